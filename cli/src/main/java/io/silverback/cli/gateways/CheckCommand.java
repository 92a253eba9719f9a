package io.silverback.cli.gateways;

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
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code check}: reads only; code 1 where the gateway is otherwise than we take it to be. */
@Command(
        name = "check",
        description = "Hold what Silverback relies on against a registered gateway; reads only.")
public final class CheckCommand implements Callable<Integer> {

    private static final List<String> VERDICTS = List.of("AGREES", "DIFFERS", "NEVER_SEEN");
    private static final Map<String, String> WORDS =
            Map.of("AGREES", "agrees", "DIFFERS", "differs", "NEVER_SEEN", "never seen");
    private static final String BY_DOCUMENTATION = " (by documentation, not proven)";

    @Parameters(paramLabel = "GATEWAY", description = "a registered gateway's name")
    private String gateway = "";

    @Option(
            names = "--workspace",
            paramLabel = "NAME",
            description = "the workspace to look at (default: ${DEFAULT-VALUE})",
            defaultValue = "default")
    private String workspace = "";

    @Option(
            names = "--sync",
            paramLabel = "URL",
            description = "a sync service (default: $SILVERBACK_SYNC, else ${DEFAULT-VALUE})",
            defaultValue = "${env:SILVERBACK_SYNC:-http://127.0.0.1:7402}")
    private String sync = "";

    @Mixin private final Session session = new Session();

    @Override
    public Integer call() {
        String path = "/gateways/" + RestClient.encode(gateway) + "/check";
        JsonNode report = session.syncService(sync).get(path, Map.of("workspace", workspace));
        session.screen().show(report, () -> lines(report));
        return count(report, "DIFFERS") == 0 ? 0 : 1;
    }

    private static List<String> lines(JsonNode report) {
        List<String> lines = new ArrayList<>();
        lines.add(
                "%s is Kong %s (%s), workspace %s: %d agree, %d differ, %d never seen"
                        .formatted(
                                text(report, "gateway"),
                                text(report, "version"),
                                text(report, "edition"),
                                text(report, "workspace"),
                                count(report, "AGREES"),
                                count(report, "DIFFERS"),
                                count(report, "NEVER_SEEN")));
        for (String verdict : VERDICTS) {
            each(report.path("findings")).stream()
                    .filter(one -> text(one, "verdict").equals(verdict))
                    .forEach(one -> lines.add(line(verdict, one)));
        }
        return lines;
    }

    private static String line(String verdict, JsonNode finding) {
        String label = finding.path("proven").asBoolean() ? "" : BY_DOCUMENTATION;
        return "%-10s %s: %s%s"
                .formatted(
                        WORDS.get(verdict), text(finding, "entity"), text(finding, "what"), label);
    }

    private static long count(JsonNode report, String verdict) {
        return each(report.path("findings")).stream()
                .filter(one -> text(one, "verdict").equals(verdict))
                .count();
    }
}
