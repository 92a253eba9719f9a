package io.silverback.artefacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RedundantArtefactStoreTest {

    private static final ArtefactId ID = new ArtefactId("plan-1", 1, "rows.routes.ndjson");
    private static final String CONTENT = "a hashed password ".repeat(200_000);

    private final Path directory;
    private final Path keyset;
    private final LyingPlace lying = new LyingPlace();
    private final List<String> lost = new ArrayList<>();
    private final ArtefactStore store;

    RedundantArtefactStoreTest(@TempDir Path temp) throws IOException {
        directory = temp.resolve("store");
        keyset = Keysets.create(temp.resolve("kek.json"));
        store = open();
    }

    private ArtefactStore open() throws ArtefactException {
        return RedundantArtefactStore.of(
                FileArtefactStore.open("default", directory, KeyEncryptionKey.load(keyset)),
                List.of(lying),
                (where, artefact, why) -> lost.add(where));
    }

    private StoredArtefact write() throws IOException {
        return store.write(ID, out -> out.write(CONTENT.getBytes(StandardCharsets.UTF_8)));
    }

    private static String text(InputStream opened) throws IOException {
        try (opened) {
            return new String(opened.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void alterFirst() throws IOException {
        Path file = directory.resolve(ID.toString());
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 100] ^= 1;
        Files.write(file, bytes);
    }

    @Test
    void everyStoreHoldsTheSameEncryptedBytesAndTheKeyset() throws IOException {
        write();

        assertThat(lying.kept.keySet())
                .containsExactlyInAnyOrder(ID.toString(), "plan-1/data-keyset.json");
        assertThat(lying.kept.get(ID.toString()))
                .isEqualTo(Files.readAllBytes(directory.resolve(ID.toString())));
    }

    @ParameterizedTest
    @EnumSource(names = "KEEPS", mode = EnumSource.Mode.EXCLUDE)
    void nothingIsStoredWhereOneStoreDoesNotGiveItBack(LyingPlace.Way way) throws IOException {
        store.write(new ArtefactId("plan-1", 0, "before"), out -> out.write(1));
        lying.way = way;

        assertThatThrownBy(this::write)
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("lying");
        lying.way = LyingPlace.Way.KEEPS;
        lying.kept.remove(ID.toString());
        assertThat(store.find(ID)).isEmpty();
        assertThat(text(store.open(write()))).isEqualTo(CONTENT);
    }

    @ParameterizedTest
    @EnumSource(names = "KEEPS", mode = EnumSource.Mode.EXCLUDE)
    void aProbeFindsWhatWouldFail(LyingPlace.Way way) throws IOException {
        store.probe();
        lying.way = way;

        assertThatThrownBy(store::probe).isInstanceOf(StoreUnavailableException.class);
    }

    @Test
    void anotherCopyIsReadWhereOneWasAlteredAndThatIsSaid() throws IOException {
        StoredArtefact stored = write();
        alterFirst();

        assertThat(text(store.open(stored))).isEqualTo(CONTENT);
        assertThat(lost).containsExactly("default");
    }

    @Test
    void anotherCopyGoesOnWhereOneBreaksInTheMiddle() throws IOException {
        write();
        alterFirst();

        assertThat(text(store.open(ID))).isEqualTo(CONTENT);
        assertThat(lost).containsExactly("default");
    }

    @Test
    void allIsReadableWhenTheFirstStoreIsGone() throws IOException {
        StoredArtefact stored = write();
        Files.move(directory, directory.resolveSibling("gone"));

        assertThat(store.find(ID)).contains(stored);
        assertThat(text(store.open(stored))).isEqualTo(CONTENT);
        assertThat(text(store.open(ID))).isEqualTo(CONTENT);
        assertThat(open().named(ID.name())).containsExactly(ID);
    }

    @Test
    void aKeysetThatTheFirstStoreLostComesBackBeforeAnythingIsWritten() throws IOException {
        StoredArtefact stored = write();
        Files.delete(directory.resolve("plan-1/data-keyset.json"));

        open().write(new ArtefactId("plan-1", 2, "more"), out -> out.write(1));

        assertThat(text(open().open(stored))).isEqualTo(CONTENT);
        assertThat(Files.readAllBytes(directory.resolve("plan-1/data-keyset.json")))
                .isEqualTo(lying.kept.get("plan-1/data-keyset.json"));
    }

    @Test
    void aPlaceWithAnotherKeysetIsRefused() throws IOException {
        write();
        lying.kept.put("plan-1/data-keyset.json", new byte[] {1});

        assertThatThrownBy(() -> open().begin(ID))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("another data keyset");
    }

    @Test
    void whatNoStoreHasIsRefusedWithTheFirstReason() throws IOException {
        StoredArtefact stored = write();
        alterFirst();
        lying.way = LyingPlace.Way.IS_DOWN;

        assertThatThrownBy(() -> store.open(stored)).isInstanceOf(AlteredArtefactException.class);
        assertThatThrownBy(() -> text(store.open(ID))).isInstanceOf(IOException.class);
        assertThat(lost).contains("default", "lying");
    }

    @Test
    void eachCopyIsToldApart() throws IOException {
        StoredArtefact stored = write();
        assertThat(store.copies(stored)).allMatch(Copy::isWhole).hasSize(2);
        lying.kept.get(ID.toString())[5] ^= 1;

        assertThat(store.copies(stored)).extracting(Copy::isWhole).containsExactly(true, false);
        assertThat(store.copies(stored).get(1).problem().orElseThrow()).contains("lying");
    }

    @Test
    void removingAnOwnerLeavesNothingAnywhere() throws IOException {
        write();
        store.write(new ArtefactId("plan-2", 1, "other"), out -> out.write(1));

        store.removeAll("plan-1");

        assertThat(lying.kept.keySet()).allMatch(key -> key.startsWith("plan-2/"));
        assertThat(store.find(ID)).isEmpty();
        assertThat(directory.resolve("plan-1/data-keyset.json")).doesNotExist();
    }

    @Test
    void aPlaceThatIsDownHidesNothingOfTheOthers() throws IOException {
        write();
        lying.way = LyingPlace.Way.IS_DOWN;

        assertThat(store.named(ID.name())).containsExactly(ID);
        assertThat(lost).containsExactly("lying");
    }
}
