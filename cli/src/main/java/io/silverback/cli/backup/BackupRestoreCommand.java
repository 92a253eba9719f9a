package io.silverback.cli.backup;

import static io.silverback.cli.screen.Words.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.silverback.cli.rest.RestClient;
import io.silverback.cli.session.Session;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code backup restore}: into an empty keyspace, or in place of PostgreSQL's rows. */
@Command(
        name = "restore",
        description =
                "Bring a backup back: into an empty keyspace, or in place of PostgreSQL's rows.")
final class BackupRestoreCommand implements Callable<Integer> {

    @Parameters(paramLabel = "BACKUP", description = "a backup's id")
    private String backup = "";

    @Option(
            names = "--into",
            paramLabel = "GATEWAY",
            required = true,
            description = "the registered gateway whose database gets it")
    private String gateway = "";

    @Option(
            names = "--replace",
            description = "replace the rows that PostgreSQL has; a keyspace must be empty")
    private boolean replace;

    @Mixin private final DumpService dump = new DumpService();
    @Mixin private final Session session = new Session();

    @Override
    public Integer call() {
        String path = "/backups/" + RestClient.encode(backup) + "/restoration";
        JsonNode restored =
                dump.of(session).postAndWait(path, Map.of("gateway", gateway, "replace", replace));
        session.screen().show(restored, () -> lines(restored));
        return 0;
    }

    private static List<String> lines(JsonNode restored) {
        return List.of(
                "backup %s is restored under gateway %s: %s rows"
                        .formatted(
                                text(restored, "id"),
                                text(restored, "gateway"),
                                text(restored, "rows")),
                "restart the gateway's nodes, or empty their caches (DELETE /cache)");
    }
}
