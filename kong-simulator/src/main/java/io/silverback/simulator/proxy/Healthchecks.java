package io.silverback.simulator.proxy;

import io.silverback.simulator.schema.Document;
import java.util.List;

/** Whether the targets of an upstream are checked, by probes or by what their answers are. */
public final class Healthchecks {
    private static final List<String> COUNTS =
            List.of("successes", "http_failures", "tcp_failures", "timeouts");

    private Healthchecks() {}

    /** Whether an upstream asks for checks of any kind. */
    public static boolean areOn(Document upstream) {
        Document checks = upstream.document("healthchecks");
        Document active = checks.document("active");
        Document passive = checks.document("passive");
        return hasInterval(active.document("healthy"))
                || hasInterval(active.document("unhealthy"))
                || counts(passive.document("healthy"))
                || counts(passive.document("unhealthy"));
    }

    private static boolean hasInterval(Document probes) {
        return probes.number("interval", 0) > 0;
    }

    private static boolean counts(Document limits) {
        return COUNTS.stream().anyMatch(count -> limits.number(count, 0) > 0);
    }
}
