package io.silverback.databases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.silverback.artefacts.ArtefactId;
import io.silverback.artefacts.ArtefactStore;
import io.silverback.artefacts.FileArtefactStore;
import io.silverback.artefacts.KeyEncryptionKey;
import io.silverback.artefacts.StoredArtefact;
import io.silverback.kong.database.MemoryRows;
import io.silverback.kong.database.snapshot.Manifest;
import io.silverback.kong.database.snapshot.Snapshot;
import io.silverback.kong.database.snapshot.Snapshots;
import io.silverback.messaging.PermanentFailure;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArtefactPartsTest {

    private static final String PLAN = "9f9d3c0e-63b5-4f43-8f4a-77d1f1d60333";

    @TempDir Path directory;
    private ArtefactStore store;
    private ArtefactParts parts;

    @BeforeEach
    void open() throws IOException {
        Path keyset = Keysets.create(directory.resolve("kek.json"));
        store =
                FileArtefactStore.open(
                        "default", directory.resolve("store"), KeyEncryptionKey.load(keyset));
        parts = ArtefactParts.of(store, PLAN, 1, () -> true);
    }

    @Test
    void aSnapshotIsFoundBesideItsManifest() throws IOException {
        MemoryRows rows = MemoryRows.recorded();
        String sha256 = Snapshots.write(rows, parts);
        ArtefactId manifest = store.find(parts.id(Manifest.NAME)).map(this::id).orElseThrow();

        Snapshot snapshot = Snapshot.open(ArtefactParts.beside(store, manifest), sha256);

        assertThat(snapshot.manifest().countRows())
                .isEqualTo(
                        snapshot.manifest().tables().stream()
                                .mapToLong(table -> rows.rows(table.name()).size())
                                .sum())
                .isPositive();
    }

    @Test
    void nothingOfItLiesInTheClear() throws IOException {
        Snapshots.write(MemoryRows.recorded(), parts);

        try (Stream<Path> files = Files.walk(directory.resolve("store/" + PLAN + "/1"))) {
            assertThat(files.filter(Files::isRegularFile))
                    .isNotEmpty()
                    .allSatisfy(
                            file ->
                                    assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                                            .doesNotContain(
                                                    "writetime", "consumers", "(\u00b5/\u00fd"));
        }
    }

    @Test
    void anAlteredPartIsRefused() throws IOException {
        String sha256 = Snapshots.write(MemoryRows.recorded(), parts);
        Path part = directory.resolve("store/" + parts.id("consumers.0.ndjson.zst"));
        byte[] bytes = Files.readAllBytes(part);
        bytes[bytes.length / 2] ^= 1;
        Files.write(part, bytes);

        assertThatThrownBy(() -> Snapshot.open(parts, sha256)).isInstanceOf(IOException.class);
    }

    @Test
    void anUnpublishedPartOfAnEarlierAttemptIsWrittenAnew() throws IOException {
        write("first");
        write("second");

        assertThat(parts.open("part")).hasContent("second");
    }

    @Test
    void anAttemptThatIsNoLongerTheOnlyOneTouchesNothing() throws IOException {
        write("published");
        ArtefactParts late = ArtefactParts.of(store, PLAN, 1, () -> false);

        assertThatThrownBy(() -> late.create("part")).isInstanceOf(PermanentFailure.class);
        assertThat(parts.open("part")).hasContent("published");
    }

    @Test
    void whatWasBegunAndNotEndedIsNotThere() throws IOException {
        try (ArtefactParts cutOff = ArtefactParts.of(store, PLAN, 1, () -> true)) {
            cutOff.create("part").write(1);
        }

        assertThat(store.find(parts.id("part"))).isEqualTo(Optional.empty());
    }

    private void write(String content) throws IOException {
        try (OutputStream out = parts.create("part")) {
            out.write(content.getBytes(StandardCharsets.UTF_8));
        }
    }

    private ArtefactId id(StoredArtefact artefact) {
        try {
            return store.id(artefact.uri());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
