package io.silverback.cli.status;

import static io.silverback.cli.screen.Words.count;
import static io.silverback.cli.screen.Words.each;
import static io.silverback.cli.screen.Words.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.silverback.cli.screen.Table;
import java.util.ArrayList;
import java.util.List;

/** One migration for people. */
record MigrationView(JsonNode migration) {

    static List<String> table(List<JsonNode> migrations) {
        Table table = new Table("workspace", "state", "entities", "sync", "verify");
        List<String> attention = new ArrayList<>();
        for (JsonNode node : migrations) {
            MigrationView view = new MigrationView(node);
            table.row(
                    text(node, "workspace"),
                    view.state(),
                    text(node, "entities"),
                    view.sync(),
                    view.verification());
            attention.addAll(view.attention());
        }
        List<String> lines = new ArrayList<>(table.lines());
        lines.addAll(attention);
        return lines;
    }

    private String state() {
        JsonNode progress = migration.path("progress");
        boolean counting =
                !migration.path("ended").asBoolean() && progress.path("total").asInt() > 0;
        return text(migration, "state")
                + (counting ? " " + text(progress, "done") + "/" + text(progress, "total") : "");
    }

    private String sync() {
        JsonNode changes = migration.path("changes");
        if (!changes.isObject()) {
            return "";
        }
        return "%s created, %s updated, %s deleted, %s unchanged"
                .formatted(
                        text(changes, "created"),
                        text(changes, "updated"),
                        text(changes, "deleted"),
                        text(changes, "unchanged"));
    }

    private String verification() {
        JsonNode seen = migration.path("verification");
        if (!seen.isObject()) {
            return "";
        }
        return "%s differ, %s/%s routes, %s logins"
                .formatted(
                        text(seen.path("parity"), "differing"),
                        text(seen.path("routes"), "exercised"),
                        text(seen.path("routes"), "total"),
                        text(seen.path("logins"), "proven"));
    }

    private List<String> attention() {
        List<String> lines = new ArrayList<>();
        String workspace = text(migration, "workspace");
        each(migration.path("attention"))
                .forEach(
                        a ->
                                lines.add(
                                        "attention %s: %s %s: %s"
                                                .formatted(
                                                        workspace,
                                                        count(a.path("names").size(), "entry")
                                                                .replace("entrys", "entries"),
                                                        text(a, "entityType"),
                                                        text(a, "reason"))));
        JsonNode end = migration.path("end");
        if (!text(end, "reason").isEmpty()) {
            String field = text(end, "field").isEmpty() ? "" : text(end, "field") + ": ";
            lines.add(
                    "ended %s: %s, %s%s"
                            .formatted(
                                    workspace, text(end, "outcome"), field, text(end, "reason")));
        }
        return lines;
    }
}
