package io.silverback.console.plan;

import io.silverback.contracts.CutoverRequested.ConnectionPolicy;
import io.silverback.contracts.CutoverRequested.Step;
import io.silverback.contracts.CutoverRequested.Sticky;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads one cutover; what concerns several fields of the plan is checked by {@link PlanChecks}. */
final class CutoverReader {

    static final Duration MINIMUM_WAIT = Duration.ofMinutes(15);
    static final Duration SOAK = Duration.ofHours(24);

    private static final long MINIMUM_REQUESTS = 500;
    private static final String DRAIN = "drain ";

    private CutoverReader() {}

    static PlannedCutover read(Fields fields) {
        PlannedCutover cutover =
                new PlannedCutover(
                        fields.required("name").flatMap(Field::name).orElse(""),
                        distinct(fields, "workspaces", Field::text),
                        distinct(fields, "routers", Field::text),
                        fields.or("sticky", f -> f.oneOf(Sticky.class), Sticky.CLIENT),
                        steps(fields),
                        fields.or("minimumWait", Field::duration, MINIMUM_WAIT),
                        fields.or(
                                "minimumRequests",
                                f -> f.count(0, Long.MAX_VALUE),
                                MINIMUM_REQUESTS),
                        HealthReader.read(fields.object("health")),
                        onRollback(fields.object("onRollback")),
                        fields.or("soak", Field::duration, SOAK));
        fields.refuseOthers();
        return cutover;
    }

    private static List<Step> steps(Fields fields) {
        return fields.or("steps", StepsReader::read, StepsReader.DEFAULT);
    }

    static List<String> distinct(
            Fields fields, String name, Function<Field, Optional<String>> reading) {
        Set<String> seen = new HashSet<>();
        return fields.required(name).map(Field::elements).orElse(List.of()).stream()
                .flatMap(
                        element ->
                                reading
                                        .apply(element)
                                        .filter(
                                                text ->
                                                        seen.add(text)
                                                                || element.refuse(
                                                                        "is named twice: \""
                                                                                + text
                                                                                + "\""))
                                        .stream())
                .toList();
    }

    private static ConnectionPolicy onRollback(Fields fields) {
        @Nullable Duration drain =
                fields.field("connections").flatMap(CutoverReader::drain).orElse(null);
        Optional<Field> proxyBack = fields.field("proxyBack");
        if (proxyBack.flatMap(Field::flag).orElse(false)) {
            proxyBack.ifPresent(f -> f.refuse("proxy-back is not available yet: take it out"));
        }
        fields.refuseOthers();
        return new ConnectionPolicy(drain, false);
    }

    private static Optional<Duration> drain(Field field) {
        Optional<String> text = field.text();
        if (text.isEmpty() || text.get().equals("close")) {
            return Optional.empty();
        }
        Optional<Duration> drain =
                text.filter(t -> t.startsWith(DRAIN))
                        .flatMap(t -> Notation.duration(t.substring(DRAIN.length())));
        if (drain.isEmpty()) {
            field.refuse("must be close or drain with a time, such as drain 30s");
        }
        return drain;
    }
}
