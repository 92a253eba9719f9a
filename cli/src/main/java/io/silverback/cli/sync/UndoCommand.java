package io.silverback.cli.sync;

import com.fasterxml.jackson.databind.JsonNode;
import io.silverback.cli.command.Commands;
import io.silverback.cli.session.Session;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code undo}: only for what was rolled back or failed. */
@Command(
        name = "undo",
        description = "Make green what it was before a sync that was rolled back or failed.")
public final class UndoCommand implements Callable<Integer> {

    private static final int LOOKS = 1_200;

    @Parameters(
            paramLabel = "TARGET",
            description = "a plan, a cutover, plan/workspace or a migration's id")
    private String target = "";

    @Option(names = "--why", paramLabel = "TEXT", description = "goes on record")
    private @Nullable String why;

    @Mixin private final Session session = new Session();

    @Override
    public Integer call() {
        Map<String, Object> command = new LinkedHashMap<>(Map.of("verb", "undo"));
        command.put("target", target);
        if (why != null) {
            command.put("why", why);
        }
        List<JsonNode> answers = new Commands(session, LOOKS).give(command);
        session.screen()
                .show(
                        Map.of("commands", answers),
                        () -> answers.stream().map(a -> Commands.line("undo", a)).toList());
        return answers.stream().anyMatch(Commands::isRefused) ? 1 : 0;
    }
}
