package io.silverback.kong.database.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverback.kong.database.DocumentedRoles;
import io.silverback.kong.database.MemoryRows;
import io.silverback.kong.database.Recorded;
import io.silverback.kong.database.check.Skips;
import io.silverback.kong.database.conversion.Conversion;
import io.silverback.kong.database.conversion.Facts;
import io.silverback.kong.database.conversion.Selection;
import io.silverback.kong.database.conversion.WorkspaceMap;
import io.silverback.kong.database.schema.PostgresSchema;
import io.silverback.kong.database.snapshot.DirectoryParts;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The writing role with exactly the rights that {@code docs/database-roles.md} names. */
class GrantsTest {

    @TempDir Path directory;

    @Test
    void loadsTakesBackAndRestoresWithNoMoreThanTheDocumentedRights() throws Exception {
        KongDatabase green = KongDatabase.create();
        green.workspace(Recorded.defaultWorkspace("postgres"), "default");
        String before = green.content();
        for (String grant : DocumentedRoles.statements("sql")) {
            green.execute(grant.replace("DATABASE kong", "DATABASE " + green.name()));
        }
        try (Connection writer =
                DriverManager.getConnection(
                        green.url().replace("user=kong", "user=silverback_writer"))) {
            DirectoryParts parts = new DirectoryParts(directory);
            String sha256 = new GreenBackup(writer).write(parts).sha256();
            PostgresSchema schema = PostgresCatalogue.read(writer);
            UUID load = UUID.randomUUID();
            LoadReport report =
                    new Loader(writer, schema)
                            .load(
                                    Conversion.between(
                                            Recorded.cassandraSchema(), schema, Facts.known()),
                                    MemoryRows.recorded(),
                                    Skips.none(),
                                    request(load));
            assertThat(report.brought()).isGreaterThan(450);
            assertThat(new Undo(writer, schema).undo(load)).isTrue();
            new GreenBackup(writer).restore(parts, sha256);
        }
        assertThat(green.content()).isEqualTo(before);
    }

    private static LoadRequest request(UUID load) {
        return new LoadRequest(
                load,
                new Selection.Everything(),
                new WorkspaceMap(
                        Map.of(
                                Recorded.defaultWorkspace("cassandra"),
                                Recorded.defaultWorkspace("postgres"))),
                LoadRequest.Extra.PRUNE,
                LoadRequest.Conflicts.FAIL,
                Set.of(),
                Instant.now());
    }
}
