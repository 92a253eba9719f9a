package io.silverback.simulator.conformance;

import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Figures that a gateway measures of its own process in {@code /}, {@code /status} and {@code
 * /timers}: memory of caches, connections, process ids, runs of timers. Like times they are
 * compared by shape.
 */
final class Measured {
    private static final Pattern PATHS =
            Pattern.compile(
                    "\\.memory\\.lua_shared_dicts\\.(kong_cassandra|kong_core_db_cache(_miss)?|kong_healthchecks"
                            + "|kong_process_events|kong_rate_limiting_counters)\\.allocated_slabs"
                            + "|\\.memory\\.workers_lua_vms\\[\\d+]\\.(pid|http_allocated_gc)"
                            + "|\\.server\\.(connections_(accepted|active|handled|waiting|writing)|total_requests)"
                            + "|\\.pids\\.master|\\.pids\\.workers\\[\\d+]"
                            + "|\\.timers\\.running"
                            + "|\\.worker\\.id|\\.stats\\.sys\\.(runs|running|waiting|pending)"
                            + "|\\.stats\\.timers\\..+\\.stats\\.(runs|finish)");
    private static final Pattern MEBIBYTES = Pattern.compile("\\d+\\.\\d\\d MiB");

    private Measured() {}

    static boolean at(String path) {
        return PATHS.matcher(path).matches();
    }

    static @Nullable String difference(
            String path, @Nullable Object recorded, @Nullable Object ours) {
        return Objects.equals(shape(recorded), shape(ours))
                ? null
                : path + ": " + ours + " for " + recorded;
    }

    private static String shape(@Nullable Object value) {
        if (value instanceof Number number) {
            return number.doubleValue() == Math.rint(number.doubleValue()) ? "whole" : "number";
        }
        if (value instanceof String text) {
            return MEBIBYTES.matcher(text).matches() ? "MiB" : text;
        }
        return value instanceof Map<?, ?> ? "object" : String.valueOf(value);
    }
}
