package io.silverback.kong.database.postgres;

import io.silverback.kong.database.check.Skips;
import io.silverback.kong.database.conversion.Conversion;
import io.silverback.kong.database.conversion.Facts;
import io.silverback.kong.database.conversion.Selection;
import io.silverback.kong.database.conversion.WorkspaceMap;
import io.silverback.kong.database.schema.PostgresSchema;
import io.silverback.kong.database.snapshot.DirectoryParts;
import io.silverback.kong.database.snapshot.Snapshot;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Loads or undoes as a process of its own, to be killed: verb, url, parts, sha256, load, from, to.
 */
public final class LoadProcess {

    private LoadProcess() {}

    public static void main(String[] args) throws Exception {
        System.out.println("ready");
        try (Connection connection = DriverManager.getConnection(args[1])) {
            PostgresSchema schema = PostgresCatalogue.read(connection);
            if (args[0].equals("undo")) {
                new Undo(connection, schema).undo(UUID.fromString(args[4]));
                return;
            }
            Snapshot snapshot = Snapshot.open(new DirectoryParts(Path.of(args[2])), args[3]);
            new Loader(connection, schema)
                    .load(
                            Conversion.between(snapshot.manifest().schema(), schema, Facts.known()),
                            snapshot,
                            Skips.none(),
                            new LoadRequest(
                                    UUID.fromString(args[4]),
                                    new Selection.Everything(),
                                    new WorkspaceMap(Map.of(args[5], args[6])),
                                    LoadRequest.Extra.PRUNE,
                                    LoadRequest.Conflicts.FAIL,
                                    Set.of(),
                                    Instant.now()));
        }
    }
}
