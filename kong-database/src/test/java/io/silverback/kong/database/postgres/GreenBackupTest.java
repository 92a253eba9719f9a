package io.silverback.kong.database.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.silverback.kong.database.Recorded;
import io.silverback.kong.database.snapshot.DirectoryParts;
import io.silverback.kong.database.snapshot.SnapshotRefusedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GreenBackupTest {

    @TempDir Path directory;
    private KongDatabase green;

    @BeforeEach
    void create() throws Exception {
        green = KongDatabase.create();
        String workspace = Recorded.defaultWorkspace("postgres");
        green.workspace(workspace, "default");
        green.execute(
                "INSERT INTO services (id, name, host, ws_id, tags) VALUES (gen_random_uuid(),"
                        + " 'a\tb\\c', 'h', '"
                        + workspace
                        + "', '{x,\"y z\"}')");
        green.execute(
                "INSERT INTO routes (id, name, service_id, ws_id, headers, destinations)"
                        + " SELECT gen_random_uuid(), 'r', id, ws_id, '{\"a\":[\"b\"]}',"
                        + " ARRAY['{\"port\":1}'::jsonb] FROM services");
    }

    @Test
    void bringsBackExactlyWhatWasThere() throws Exception {
        String before = green.content();
        DirectoryParts parts = new DirectoryParts(directory);
        String sha256;
        try (Connection connection = green.connect()) {
            sha256 = new GreenBackup(connection).write(parts).sha256();
        }
        green.execute("DELETE FROM routes");
        green.execute("UPDATE services SET name = 'other', tags = null");
        try (Connection connection = green.connect()) {
            new GreenBackup(connection).restore(parts, sha256);
        }
        assertThat(green.content()).isEqualTo(before);
    }

    @Test
    void writesNothingWhenAPartIsNotWhole() throws Exception {
        DirectoryParts parts = new DirectoryParts(directory);
        try (Connection connection = green.connect()) {
            String sha256 = new GreenBackup(connection).write(parts).sha256();
            green.execute("DELETE FROM routes");
            String before = green.content();
            Files.writeString(directory.resolve("green.routes.copy.zst"), "altered");
            assertThatThrownBy(() -> new GreenBackup(connection).restore(parts, sha256))
                    .isInstanceOf(SnapshotRefusedException.class);
            assertThat(green.content()).isEqualTo(before);
        }
    }

    @Test
    void writesNothingIntoOtherTables() throws Exception {
        DirectoryParts parts = new DirectoryParts(directory);
        try (Connection connection = green.connect()) {
            String sha256 = new GreenBackup(connection).write(parts).sha256();
            green.execute("ALTER TABLE routes ADD COLUMN new_in_next_version text");
            assertThatThrownBy(() -> new GreenBackup(connection).restore(parts, sha256))
                    .isInstanceOf(SnapshotRefusedException.class)
                    .hasMessageContaining("routes");
            green.execute("ALTER TABLE routes DROP COLUMN new_in_next_version");
            green.execute("CREATE TABLE of_a_plugin (id uuid PRIMARY KEY)");
            assertThatThrownBy(() -> new GreenBackup(connection).restore(parts, sha256))
                    .hasMessageContaining("of_a_plugin");
            assertThat(green.count("services")).isOne();
            assertThat(green.count("routes")).isOne();
        }
    }
}
