package io.silverback.databases.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.silverback.artefacts.ArtefactStore;
import io.silverback.artefacts.DirectoryPlace;
import io.silverback.artefacts.FileArtefactStore;
import io.silverback.artefacts.KeyEncryptionKey;
import io.silverback.artefacts.RedundantArtefactStore;
import io.silverback.databases.Databases;
import io.silverback.databases.Keysets;
import io.silverback.kong.database.Recorded;
import io.silverback.kong.database.postgres.KongDatabase;
import io.silverback.registry.Registry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A PostgreSQL with Kong's tables, backed up into two directories. */
class BackupsTest {

    private static final String VERSION = "3.3.1";

    @TempDir Path directory;
    private KongDatabase green;
    private Backups backups;

    @BeforeEach
    void create() throws Exception {
        green = KongDatabase.create();
        green.workspace(Recorded.defaultWorkspace("postgres"), "default");
        green.execute(
                "INSERT INTO services (id, name, host, ws_id) SELECT gen_random_uuid(), 'of-the-backup',"
                        + " 'h', id FROM workspaces");
        backups = backups(Keysets.create(directory.resolve("kek.json")));
    }

    private Backups backups(Path keyset) throws IOException {
        ArtefactStore store =
                RedundantArtefactStore.of(
                        FileArtefactStore.open(
                                "default", directory.resolve("one"), KeyEncryptionKey.load(keyset)),
                        List.of(new DirectoryPlace("dc2", directory.resolve("two"))),
                        (where, artefact, why) -> {});
        return new Backups(store, new Databases(registry()));
    }

    private Registry registry() throws IOException {
        String server = green.url().replaceAll("^jdbc:postgresql://([^/]+)/.*$", "$1");
        Path password = Files.writeString(directory.resolve("password"), "trusted");
        return Registry.load(
                Files.writeString(
                        directory.resolve("registry.yaml"),
                        """
                        gateways:
                          green:
                            database: postgres
                            adminUrls: ["http://127.0.0.1:1"]
                            postgres: {server: "%s", database: %s, account: {role: kong, password: {file: "%s"}}}
                          blue:
                            database: cassandra
                            adminUrls: ["http://127.0.0.1:1"]
                            cassandra: {contactPoints: ["127.0.0.1:1"], datacenter: dc1}
                        """
                                .formatted(server, green.name(), password)));
    }

    private void destroy(String store, String part) throws IOException {
        try (Stream<Path> files = Files.walk(directory.resolve(store))) {
            files.filter(file -> Files.isRegularFile(file) && file.toString().contains(part))
                    .forEach(BackupsTest::alter);
        }
    }

    private static void alter(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            bytes[bytes.length / 2] ^= 1;
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void bringsBackWhatWasThere() throws Exception {
        String before = green.content();
        Backup taken = backups.create("green", VERSION);
        green.execute("UPDATE services SET name = 'altered'");

        assertThat(backups.list().backups()).containsExactly(taken);
        assertThat(taken.rows()).isGreaterThan(1);
        assertThat(backups.verify(taken.id()).isWhole()).isTrue();
        assertThat(backups.restore(taken.id(), "green", VERSION)).isEqualTo(taken.rows());
        assertThat(green.content()).isEqualTo(before);
    }

    @Test
    void oneStoreIsEnoughToBringItBack() throws Exception {
        String before = green.content();
        Backup taken = backups.create("green", VERSION);
        green.execute("DELETE FROM services");
        destroy("one", "rows.");

        BackupCheck check = backups.verify(taken.id());
        assertThat(check.restorable()).isTrue();
        assertThat(check.problems()).isNotEmpty().allMatch(one -> one.store().equals("default"));
        backups.restore(taken.id(), "green", VERSION);
        assertThat(green.content()).isEqualTo(before);
    }

    @Test
    void nothingIsWrittenWhereAPartIsWholeInNoStore() throws Exception {
        Backup taken = backups.create("green", VERSION);
        green.execute("DELETE FROM services");
        destroy("one", "green.workspaces");
        destroy("two", "green.workspaces");
        String before = green.content();

        assertThat(backups.verify(taken.id()).restorable()).isFalse();
        assertThatThrownBy(() -> backups.restore(taken.id(), "green", VERSION))
                .isInstanceOf(BackupRefused.class);
        assertThat(green.content()).isEqualTo(before);
    }

    @Test
    void anotherKeyVersionOrDatabaseIsRefusedWithTheReason() throws Exception {
        Backup taken = backups.create("green", VERSION);
        String before = green.content();

        assertThatThrownBy(() -> backups.restore(taken.id(), "green", "3.4.2"))
                .isInstanceOf(BackupRefused.class)
                .hasMessageContaining("taken of Kong 3.3.1");
        assertThatThrownBy(() -> backups.restore(taken.id(), "blue", VERSION))
                .hasMessageContaining("another kind of database");
        assertThatThrownBy(() -> backups.restore("none", "green", VERSION))
                .hasMessageContaining("There is no backup none.");
        Backups keyless = backups(Keysets.create(directory.resolve("other.json")));
        assertThatThrownBy(() -> keyless.restore(taken.id(), "green", VERSION))
                .hasMessageContaining("another key-encryption keyset");
        assertThat(keyless.list().unreadable()).containsExactly(taken.id());
        assertThat(green.content()).isEqualTo(before);
    }

    @Test
    void whatWasThereBeforeAPlanIsTakenOnce() throws Exception {
        String before = green.content();
        backups.createBefore("plan-1", "green", VERSION, () -> true);
        green.execute("DELETE FROM services");
        backups.createBefore("plan-1", "green", VERSION, () -> true);

        backups.restore(Backups.ownerBefore("plan-1"), "green", VERSION);
        assertThat(green.content()).isEqualTo(before);
    }

    @Test
    void anUnfinishedBackupLeavesNothing() throws Exception {
        assertThatThrownBy(() -> backups.create("blue", VERSION)).isInstanceOf(Exception.class);

        assertThat(backups.list().backups()).isEmpty();
    }

    @Test
    void theNewestThatCanBeRestoredOutlivesItsTime() throws Exception {
        Backup first = backups.create("green", VERSION);
        Backup second = backups.create("green", VERSION);
        Backup third = backups.create("green", VERSION);
        destroy("one", third.owner());
        destroy("two", third.owner());
        Retention nothing = new Retention(Duration.ZERO, 0);

        List<Backup> removed =
                backups.expire(nothing, Set.of(first.owner()), Instant.now().plusSeconds(60));

        assertThat(removed).isEmpty();
        assertThat(backups.expire(nothing, Set.of(), Instant.now().plusSeconds(60)))
                .containsExactly(first);
        assertThat(backups.list().backups()).containsExactly(second);
        assertThat(backups.list().unreadable()).containsExactly(third.id());
        try (Stream<Path> left = Files.walk(directory.resolve("two"))) {
            assertThat(left.filter(Files::isRegularFile).map(Path::toString))
                    .noneMatch(file -> file.contains(first.owner()));
        }
    }
}
