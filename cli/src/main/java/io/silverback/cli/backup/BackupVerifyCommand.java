package io.silverback.cli.backup;

import static io.silverback.cli.screen.Words.count;
import static io.silverback.cli.screen.Words.each;
import static io.silverback.cli.screen.Words.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.silverback.cli.rest.RestClient;
import io.silverback.cli.session.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code backup verify}: code 1 where any copy is not what was written. */
@Command(name = "verify", description = "Read all of a backup back from every store.")
final class BackupVerifyCommand implements Callable<Integer> {

    @Parameters(paramLabel = "BACKUP", description = "a backup's id")
    private String backup = "";

    @Mixin private final DumpService dump = new DumpService();
    @Mixin private final Session session = new Session();

    @Override
    public Integer call() {
        String path = "/backups/" + RestClient.encode(backup) + "/verification";
        JsonNode check = dump.of(session).postAndWait(path, Map.of());
        session.screen().show(check, () -> lines(check));
        return check.path("problems").isEmpty() ? 0 : 1;
    }

    private static String broken(int copies) {
        return copies + (copies == 1 ? " copy broken" : " copies broken");
    }

    private static List<String> lines(JsonNode check) {
        List<JsonNode> problems = each(check.path("problems"));
        List<String> lines = new ArrayList<>();
        lines.add(
                "backup %s: %s, %s; it can%s be restored"
                        .formatted(
                                text(check, "id"),
                                count(check.path("artefacts").asLong(), "artefact"),
                                problems.isEmpty()
                                        ? "whole in every store"
                                        : broken(problems.size()),
                                check.path("restorable").asBoolean() ? "" : "'t"));
        for (JsonNode problem : problems) {
            lines.add(
                    "%s  %s  %s"
                            .formatted(
                                    text(problem, "store"),
                                    text(problem, "artefact"),
                                    text(problem, "reason")));
        }
        return lines;
    }
}
