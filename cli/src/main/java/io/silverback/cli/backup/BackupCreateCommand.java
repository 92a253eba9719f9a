package io.silverback.cli.backup;

import static io.silverback.cli.screen.Words.each;
import static io.silverback.cli.screen.Words.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.silverback.cli.session.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code backup create}: reads the database under a gateway into all stores. */
@Command(
        name = "create",
        description = "Back up the database under a gateway; old backups are removed then.")
final class BackupCreateCommand implements Callable<Integer> {

    @Parameters(paramLabel = "GATEWAY", description = "a registered gateway's name")
    private String gateway = "";

    @Mixin private final DumpService dump = new DumpService();
    @Mixin private final Session session = new Session();

    @Override
    public Integer call() {
        JsonNode taken = dump.of(session).postAndWait("/backups", Map.of("gateway", gateway));
        session.screen().show(taken, () -> lines(taken));
        return 0;
    }

    private static List<String> lines(JsonNode taken) {
        JsonNode backup = taken.path("backup");
        List<String> lines = new ArrayList<>();
        lines.add(
                "backup %s of %s: %s rows, %s bytes in each store"
                        .formatted(
                                text(backup, "id"),
                                text(backup, "gateway"),
                                text(backup, "rows"),
                                text(backup, "bytes")));
        each(taken.path("removed")).forEach(id -> lines.add("removed " + id.asText() + ": old"));
        return lines;
    }
}
