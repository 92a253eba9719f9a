package io.silverback.console.plan;

import io.silverback.contracts.HealthPolicy;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads when green counts as healthy. */
final class HealthReader {

    static final Duration SILENT_FOR = Duration.ofSeconds(60);

    private static final double MAX_INCREASE = 0.005;
    private static final double MAX_RATE = 0.02;
    private static final double POWER = 0.9;
    private static final double P99_INCREASE = 0.2;

    private enum Need {
        REQUIRED,
        OPTIONAL
    }

    private HealthReader() {}

    static HealthPolicy read(Fields fields) {
        Fields errors = fields.object("errorRate");
        Fields latency = fields.object("latencyP99");
        HealthPolicy policy =
                new HealthPolicy(
                        sources(fields),
                        errors.or("maxIncrease", HealthReader::rate, MAX_INCREASE),
                        errors.or("max", HealthReader::rate, MAX_RATE),
                        errors.or("power", HealthReader::power, POWER),
                        latency.or("maxIncrease", Field::share, P99_INCREASE),
                        fields.or("silentFor", PolicyReader::positive, SILENT_FOR));
        errors.refuseOthers();
        latency.refuseOthers();
        fields.refuseOthers();
        return policy;
    }

    private static List<String> sources(Fields fields) {
        Optional<Fields> sources = fields.field("sources").flatMap(Field::object);
        if (sources.isEmpty()) {
            return List.of("events");
        }
        List<String> required = new ArrayList<>();
        need(sources.get(), "events")
                .filter(Need.REQUIRED::equals)
                .ifPresent(n -> required.add("events"));
        prometheus(sources.get());
        sources.get().refuseOthers();
        if (required.isEmpty() && !fields.findings().hasErrorAt(sources.get().path())) {
            fields.findings()
                    .error(
                            sources.get().path(),
                            "must have a required source: silence is not health");
        }
        return required;
    }

    private static void prometheus(Fields sources) {
        Optional<Need> need = need(sources, "prometheus");
        String path = sources.pathOf("prometheus");
        if (need.filter(Need.REQUIRED::equals).isPresent()) {
            sources.findings()
                    .error(path, "Prometheus can't be asked yet, so it can't be required");
        } else if (need.isPresent()) {
            sources.findings().warn(path, "Prometheus is not asked yet");
        }
    }

    private static Optional<Need> need(Fields sources, String name) {
        return sources.field(name).flatMap(f -> f.oneOf(Need.class));
    }

    private static Optional<Double> rate(Field field) {
        return field.share().filter(s -> s <= 1 || field.refuse("must be at most 100%"));
    }

    private static Optional<Double> power(Field field) {
        return field.number()
                .map(BigDecimal::doubleValue)
                .filter(p -> (p >= 0.5 && p < 1) || field.refuse("must be from 0.5 to below 1"));
    }
}
