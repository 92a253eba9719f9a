package io.silverback.simulator.proxy;

import io.silverback.simulator.schema.Document;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a node tells Prometheus of itself, after the documentation of Kong's plugin.
 *
 * @param status as {@code /status} shows it: memory in MiB, connections
 * @param timers how many are running and pending
 */
public record NodeFigures(String nodeId, String version, Document status, Document timers) {
    private static final String CONNECTIONS = "kong_nginx_connections_total";
    private static final String USED = "kong_memory_lua_shared_dict_bytes";
    private static final String CAPACITY = "kong_memory_lua_shared_dict_total_bytes";
    private static final String WORKERS = "kong_memory_workers_lua_vms_bytes";
    private static final double MEBIBYTE = 1024 * 1024;

    void writeTo(Exposition out) {
        out.family("kong_node_info", "gauge", "Kong Node metadata information")
                .add("kong_node_info", node() + ",version=\"" + version + "\"", 1);
        out.family("kong_nginx_metric_errors_total", "counter", "Number of metric errors")
                .add("kong_nginx_metric_errors_total", "", 0);
        out.family("kong_nginx_timers", "gauge", "Number of nginx timers");
        timers.forEach(
                (state, count) ->
                        out.add("kong_nginx_timers", "state=\"" + state + "\"", count(count)));
        connections(out);
        memory(out, status.document("memory"));
    }

    /** The label that tells nodes apart. */
    String node() {
        return "node_id=\"" + nodeId + "\"";
    }

    private void connections(Exposition out) {
        out.family(CONNECTIONS, "gauge", "Number of connections by subsystem");
        Document server = status.document("server");
        server.forEach(
                (name, count) -> {
                    String state = name.replaceFirst("^(connections|total)_", "");
                    out.add(
                            CONNECTIONS,
                            node()
                                    + ",subsystem=\"http\",state=\""
                                    + (state.equals("requests") ? "total" : state)
                                    + "\"",
                            count(count));
                });
    }

    private void memory(Exposition out, Document memory) {
        out.family(USED, "gauge", "Allocated slabs in bytes in a shared_dict");
        out.family(CAPACITY, "gauge", "Total capacity in bytes of a shared_dict");
        Document dictionaries = memory.document("lua_shared_dicts");
        for (String name : dictionaries.keySet()) {
            Document sizes = dictionaries.document(name);
            String labels = node() + ",shared_dict=\"" + name + "\",kong_subsystem=\"http\"";
            out.add(USED, labels, bytes(sizes.get("allocated_slabs")));
            out.add(CAPACITY, labels, bytes(sizes.get("capacity")));
        }
        out.family(WORKERS, "gauge", "Allocated bytes in worker Lua VM");
        for (Object worker : memory.list("workers_lua_vms")) {
            Document shown = Document.of((Map<?, ?>) worker);
            out.add(
                    WORKERS,
                    node() + ",pid=\"" + shown.get("pid") + "\",kong_subsystem=\"http\"",
                    bytes(shown.get("http_allocated_gc")));
        }
    }

    private static Object count(@Nullable Object value) {
        return value == null ? 0 : value;
    }

    private static long bytes(@Nullable Object mebibytes) {
        String number = String.valueOf(mebibytes).replace(" MiB", "");
        return Math.round(Double.parseDouble(number) * MEBIBYTE);
    }
}
