package io.silverback.cli.backup;

import static io.silverback.cli.screen.Words.each;
import static io.silverback.cli.screen.Words.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.silverback.cli.screen.Table;
import io.silverback.cli.session.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code backup list}: code 1 where a backup's receipt can't be read. */
@Command(name = "list", description = "Show the backups that lie in the stores, newest first.")
final class BackupListCommand implements Callable<Integer> {

    private static final List<String> FIELDS =
            List.of(
                    "id",
                    "gateway",
                    "database",
                    "place",
                    "kongVersion",
                    "takenAt",
                    "rows",
                    "bytes");

    @Mixin private final DumpService dump = new DumpService();
    @Mixin private final Session session = new Session();

    @Override
    public Integer call() {
        JsonNode all = dump.of(session).get("/backups", Map.of());
        session.screen().show(all, () -> lines(all));
        return all.path("unreadable").isEmpty() ? 0 : 1;
    }

    private static List<String> lines(JsonNode all) {
        Table table =
                new Table("backup", "gateway", "database", "of", "Kong", "taken", "rows", "bytes");
        each(all.path("backups")).forEach(backup -> table.row(cells(backup)));
        List<String> lines = new ArrayList<>(table.lines());
        each(all.path("unreadable"))
                .forEach(
                        id ->
                                lines.add(
                                        "can't be read: "
                                                + id.asText()
                                                + " (altered, or another key)"));
        return lines.isEmpty() ? List.of("there is no backup") : lines;
    }

    private static String[] cells(JsonNode backup) {
        return FIELDS.stream().map(field -> text(backup, field)).toArray(String[]::new);
    }
}
