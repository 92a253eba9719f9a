package io.silverback.simulator.store.postgres;

import io.silverback.simulator.store.DatabaseFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Statement;
import java.util.stream.Collectors;

/** Loads Kong's tables from a dump, without what only psql reads and whose they were. */
final class Bootstrap {
    private Bootstrap() {}

    static void run(Connections connections, KongTables tables) {
        Path schema = tables.schema();
        if (schema == null || Layout.read(connections).has("workspaces")) {
            return;
        }
        String sql = read(schema);
        connections.use(
                connection -> {
                    try (Statement statement = connection.createStatement()) {
                        statement.execute(sql);
                        return statement.execute("RESET ALL");
                    }
                });
    }

    private static boolean isForEverybody(String line) {
        return !line.startsWith("\\") && !line.startsWith("GRANT ") && !line.contains(" OWNER TO ");
    }

    private static String read(Path schema) {
        try {
            return Files.readAllLines(schema).stream()
                    .filter(Bootstrap::isForEverybody)
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new DatabaseFailure(e);
        }
    }
}
