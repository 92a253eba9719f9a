package io.silverback.simulator.proxy;

import io.silverback.simulator.schema.Document;
import io.silverback.simulator.store.Database;
import io.silverback.simulator.store.Row;
import java.util.List;
import java.util.stream.Stream;

/**
 * The health of targets, for Prometheus, where its plugin asks for it. Nothing is probed: what is
 * checked is healthy. After the documentation of Kong's plugin.
 */
record TargetFigures(Database database) {
    private static final String NAME = "kong_upstream_target_health";
    private static final List<String> STATES =
            List.of("dns_error", "healthchecks_off", "healthy", "unhealthy");

    void writeTo(Exposition out) {
        boolean asked = rows("plugins").anyMatch(plugin -> asks(plugin.document()));
        List<Row> upstreams = asked ? rows("upstreams").toList() : List.of();
        if (!upstreams.isEmpty()) {
            out.family(NAME, "gauge", "Health status of targets of upstream");
            upstreams.forEach(upstream -> write(out, upstream));
        }
    }

    private Stream<Row> rows(String entity) {
        return database.tables(entity).flatMap(table -> table.rows().values().stream());
    }

    private static boolean asks(Document plugin) {
        return "prometheus".equals(plugin.text("name"))
                && plugin.isTrue("enabled")
                && plugin.document("config").isTrue("upstream_health_metrics");
    }

    private void write(Exposition out, Row upstream) {
        boolean checked = Healthchecks.areOn(upstream.document());
        database.table("targets", upstream.workspace())
                .childrenOf("upstream", upstream.id())
                .values()
                .forEach(target -> write(out, upstream, target, checked));
    }

    private static void write(Exposition out, Row upstream, Row target, boolean checked) {
        String address = String.valueOf(target.document().get("target"));
        String labels =
                "upstream=\"%s\",target=\"%s\",address=\"%s\""
                        .formatted(Target.nameOf(upstream), address, checked ? address : "");
        String now = checked ? "healthy" : "healthchecks_off";
        for (String state : STATES) {
            String all = labels + ",state=\"" + state + "\",subsystem=\"http\"";
            out.add(NAME, all, state.equals(now) ? 1 : 0);
        }
    }
}
