package io.silverback.artefacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileArtefactStoreTest {

    private static final String SECRET = "consumer-password-4711";
    private static final String OWNER = "3f0c8f5e-8f1a-4d0e-9a55-0d7c1f6f2b11";
    private static final ArtefactId ID = new ArtefactId(OWNER, 1, "payments.yaml");

    private final Path temp;
    private final Path directory;
    private final FileArtefactStore store;

    FileArtefactStoreTest(@TempDir Path temp) throws ArtefactException {
        this.temp = temp;
        directory = temp.resolve("store");
        store = storeWith(Keysets.create(temp.resolve("kek.json")), directory);
    }

    private static FileArtefactStore storeWith(Path keyset, Path directory)
            throws ArtefactException {
        return FileArtefactStore.open("default", directory, KeyEncryptionKey.load(keyset));
    }

    private StoredArtefact write(ArtefactId id, String content) throws IOException {
        return store.write(id, out -> out.write(content.getBytes(StandardCharsets.UTF_8)));
    }

    private String read(StoredArtefact artefact) throws IOException {
        try (InputStream in = store.open(artefact)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private Path file(ArtefactId id) {
        return directory.resolve(id.toString());
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void isThereOnlyAfterItsCommit() throws IOException {
        try (ArtefactOutput artefact = store.begin(ID)) {
            artefact.stream().write(SECRET.getBytes(StandardCharsets.UTF_8));
            artefact.stream().close();
            assertThat(store.find(ID)).isEmpty();

            assertThat(read(artefact.commit())).isEqualTo(SECRET);
        }

        try (InputStream in = store.open(ID)) {
            assertThat(in).hasContent(SECRET);
        }
    }

    @Test
    void leavesNothingOfWhatWasNotCommitted() throws IOException {
        try (ArtefactOutput artefact = store.begin(ID)) {
            artefact.stream().write(SECRET.getBytes(StandardCharsets.UTF_8));
        }

        assertThat(files()).extracting(Path::getFileName).hasToString("[data-keyset.json]");
        assertThatThrownBy(() -> store.open(ID)).isInstanceOf(MissingArtefactException.class);
    }

    @Test
    void givesBackWhatWasWritten() throws IOException {
        StoredArtefact written = write(ID, SECRET);

        assertThat(read(written)).isEqualTo(SECRET);
        assertThat(written.uri())
                .isEqualTo(URI.create("file-store://default/" + OWNER + "/1/payments.yaml"));
        assertThat(written.bytes()).isEqualTo(Files.size(file(ID)));
        assertThat(store.find(ID)).contains(written);
    }

    @Test
    void keepsAnEmptyArtefact() throws IOException {
        assertThat(read(write(ID, ""))).isEmpty();
    }

    @Test
    void leavesNoPlainTextAndNoTemporaryFileOnDisk() throws IOException {
        write(ID, SECRET);

        for (Path file : files()) {
            assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                    .doesNotContain(SECRET);
        }
        assertThat(files())
                .containsExactlyInAnyOrder(
                        file(ID), directory.resolve(OWNER).resolve("data-keyset.json"));
    }

    @Test
    void streamsMoreThanOneSegmentInPieces() throws IOException {
        byte[] block = SECRET.repeat(1000).getBytes(StandardCharsets.UTF_8);
        StoredArtefact written =
                store.write(
                        ID,
                        out -> {
                            for (int i = 0; i < 200; i++) {
                                out.write(block);
                            }
                            out.close();
                        });

        try (InputStream in = store.open(written)) {
            assertThat(in.read()).isEqualTo('c');
            assertThat(in.skip(block.length - 1L)).isEqualTo(block.length - 1L);
            assertThat(in.readNBytes(block.length)).isEqualTo(block);
            assertThat(in.transferTo(OutputStream.nullOutputStream()))
                    .isEqualTo(198L * block.length);
            assertThat(in.read()).isEqualTo(-1);
        }
    }

    @Test
    void givesTheFirstBackWhenTheSameIsWrittenAgain() throws IOException {
        assertThat(write(ID, SECRET)).isEqualTo(write(ID, SECRET));
    }

    @Test
    void refusesOtherContentUnderTheSameId() throws IOException {
        StoredArtefact first = write(ID, SECRET);

        assertThatThrownBy(() -> write(ID, "other"))
                .isInstanceOf(ConflictingArtefactException.class)
                .hasMessage(
                        "Artefact %s exists already with other content, and an artefact never changes.",
                        ID);
        assertThat(read(first)).isEqualTo(SECRET);
    }

    @Test
    void writesAnewWhatWasRemoved() throws IOException {
        StoredArtefact first = write(ID, SECRET);
        store.remove(ID);
        store.remove(ID);

        assertThat(store.find(ID)).isEmpty();
        assertThatThrownBy(() -> store.open(first))
                .isInstanceOf(MissingArtefactException.class)
                .hasMessage("Artefact %s is missing: it is not in the store.", ID);
        assertThat(read(write(ID, "other"))).isEqualTo("other");
    }

    @Test
    void refusesATruncatedArtefact() throws IOException {
        StoredArtefact written = write(ID, SECRET);
        byte[] bytes = Files.readAllBytes(file(ID));
        Files.write(file(ID), Arrays.copyOf(bytes, bytes.length - 1));

        assertThatThrownBy(() -> store.open(written))
                .isInstanceOf(TruncatedArtefactException.class)
                .hasMessage(
                        "Artefact %s is truncated: %d of %d bytes are there.",
                        ID, bytes.length - 1, bytes.length);
        assertThatThrownBy(() -> store.find(ID)).isInstanceOf(AlteredArtefactException.class);
    }

    @Test
    void refusesAnArtefactWithOneFlippedBit() throws IOException {
        StoredArtefact written = write(ID, SECRET);
        byte[] bytes = Files.readAllBytes(file(ID));
        bytes[bytes.length / 2] ^= 1;
        Files.write(file(ID), bytes);

        assertThatThrownBy(() -> store.open(written))
                .isInstanceOf(AlteredArtefactException.class)
                .hasMessage(
                        "Artefact %s is not what was written: the stored bytes have another SHA-256.",
                        ID);
    }

    @Test
    void refusesBytesAppended() throws IOException {
        StoredArtefact written = write(ID, SECRET);
        Files.writeString(file(ID), "x", StandardOpenOption.APPEND);

        assertThatThrownBy(() -> store.open(written)).isInstanceOf(AlteredArtefactException.class);
    }

    @Test
    void refusesAnArtefactThatWasMovedToAnotherName() throws IOException {
        StoredArtefact written = write(ID, SECRET);
        ArtefactId other = new ArtefactId(OWNER, 1, "catalog.yaml");
        Files.move(file(ID), file(other));
        StoredArtefact moved =
                new StoredArtefact(
                        URI.create("file-store://default/" + other),
                        written.sha256Stored(),
                        written.sha256Content(),
                        written.bytes());

        assertThatThrownBy(() -> read(moved))
                .isInstanceOf(AlteredArtefactException.class)
                .hasMessageContaining("another key or under another name");
    }

    @Test
    void refusesContentWithAnotherChecksum() throws IOException {
        StoredArtefact written = write(ID, SECRET);
        StoredArtefact other =
                new StoredArtefact(
                        written.uri(), written.sha256Stored(), "0".repeat(64), written.bytes());

        assertThatThrownBy(() -> read(other))
                .isInstanceOf(AlteredArtefactException.class)
                .hasMessageEndingWith("its content has another SHA-256.");
    }

    @Test
    void refusesAnotherKeyEncryptionKeyset() throws IOException {
        StoredArtefact written = write(ID, SECRET);
        FileArtefactStore other = storeWith(Keysets.create(temp.resolve("other.json")), directory);

        assertThatThrownBy(() -> other.open(written))
                .isInstanceOf(WrongKeyException.class)
                .hasMessage(
                        "Artefacts of %s can't be decrypted: its data keyset was encrypted with"
                                + " another key-encryption keyset.",
                        OWNER);
    }

    @Test
    void refusesAnotherOwnersDataKeyset() throws IOException {
        StoredArtefact written = write(ID, SECRET);
        write(new ArtefactId("other", 1, "payments.yaml"), SECRET);
        Files.copy(
                directory.resolve("other/data-keyset.json"),
                directory.resolve(OWNER).resolve("data-keyset.json"),
                StandardCopyOption.REPLACE_EXISTING);

        assertThatThrownBy(() -> store.open(written)).isInstanceOf(WrongKeyException.class);
    }

    @Test
    void saysThatTheDataKeysetIsGone() throws IOException {
        StoredArtefact written = write(ID, SECRET);
        Files.delete(directory.resolve(OWNER).resolve("data-keyset.json"));

        assertThatThrownBy(() -> store.open(written))
                .isInstanceOf(WrongKeyException.class)
                .hasMessageEndingWith("its data keyset is not in the store.");
    }

    @Test
    void refusesUrisOfAnotherStoreAndThoseThatLeaveIt() {
        for (String uri :
                List.of(
                        "file-store://other/" + ID,
                        "s3-store://default/" + ID,
                        "file-store://default/../1/passwd",
                        "file-store://default/a/b/c/d",
                        "file:/etc/passwd")) {
            assertThatThrownBy(() -> store.open(new StoredArtefact(URI.create(uri), "", "", 0)))
                    .as(uri)
                    .isInstanceOf(MissingArtefactException.class);
        }
        assertThatThrownBy(() -> new ArtefactId("..", 1, "x"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ArtefactId("a", 1, "../x"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void passesOnWhatTheContentThrewAndKeepsNothingOfIt() throws IOException {
        assertThatThrownBy(
                        () ->
                                store.write(
                                        ID,
                                        out -> {
                                            out.write(1);
                                            throw new IOException("no more pages");
                                        }))
                .isExactlyInstanceOf(IOException.class)
                .hasMessage("no more pages");
        assertThat(store.find(ID)).isEmpty();
        assertThat(files()).noneMatch(file -> file.toString().endsWith(".part"));
    }

    @Test
    void removesOldLeftOversOfCrashedWritersOnly() throws IOException {
        Path incoming = Files.createDirectories(directory.resolve(".incoming"));
        Path old = Files.writeString(incoming.resolve("crashed.part"), "half");
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofHours(25))));
        Path young = Files.writeString(incoming.resolve("running.part"), "half");

        write(ID, SECRET);

        assertThat(old).doesNotExist();
        assertThat(young).exists();
    }

    @Test
    void givesTwoConcurrentWritersTheSameArtefact() throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        Callable<StoredArtefact> writer =
                () ->
                        storeWith(temp.resolve("kek.json"), directory)
                                .write(
                                        ID,
                                        out -> {
                                            meet(start);
                                            out.write(SECRET.getBytes(StandardCharsets.UTF_8));
                                        });
        List<Future<StoredArtefact>> both = atOnce(List.of(writer, writer));

        assertThat(both.get(0).get()).isEqualTo(both.get(1).get());
        assertThat(read(both.get(0).get())).isEqualTo(SECRET);
    }

    @Test
    void letsOneOfTwoConcurrentWritersWithDifferentContentWin() throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        List<Callable<Optional<StoredArtefact>>> writers =
                Stream.of("one", "two").map(text -> attempt(text, start)).toList();
        List<StoredArtefact> winners =
                atOnce(writers).stream().map(this::result).flatMap(Optional::stream).toList();

        assertThat(winners).hasSize(1);
        assertThat(read(winners.get(0))).isIn("one", "two");
    }

    private Callable<Optional<StoredArtefact>> attempt(String text, CyclicBarrier start) {
        return () -> {
            try {
                return Optional.of(
                        store.write(
                                ID,
                                out -> {
                                    meet(start);
                                    out.write(text.getBytes(StandardCharsets.UTF_8));
                                }));
            } catch (ConflictingArtefactException e) {
                return Optional.empty();
            }
        };
    }

    private <T> List<Future<T>> atOnce(List<Callable<T>> tasks) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(tasks.size());
        try {
            return threads.invokeAll(tasks);
        } finally {
            threads.shutdown();
        }
    }

    private <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void meet(CyclicBarrier start) {
        try {
            start.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void probesByWritingAndLeavesNothing() throws IOException {
        store.probe();

        assertThat(files()).isEmpty();
    }

    @Test
    void saysWhichDirectoryCantBeUsedAndWhy() throws IOException {
        Files.writeString(directory, "a file where the directory should be");

        assertThatThrownBy(store::probe)
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageStartingWith(
                        "Artefact store " + directory + " can't be used: no file can be created:");
        assertThatThrownBy(() -> write(ID, SECRET)).isInstanceOf(StoreUnavailableException.class);
    }

    @Test
    void tellsNoSecretInToString() throws IOException {
        String keyset = Files.readString(temp.resolve("kek.json"));
        String told =
                store + " " + write(ID, SECRET) + KeyEncryptionKey.load(temp.resolve("kek.json"));

        String key = keyset.replaceAll("(?s).*\"value\":\\s*\"([^\"]+)\".*", "$1");
        assertThat(key).hasSizeGreaterThan(30);
        assertThat(told).doesNotContain(SECRET).doesNotContain(key);
    }
}
