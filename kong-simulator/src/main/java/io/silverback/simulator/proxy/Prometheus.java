package io.silverback.simulator.proxy;

import io.silverback.simulator.schema.Document;
import io.silverback.simulator.store.Row;
import org.jspecify.annotations.Nullable;

/** The plugin prometheus: counts what its configuration asks for. */
final class Prometheus implements Enforcer {
    private final Metrics metrics;

    Prometheus(Metrics metrics) {
        this.metrics = metrics;
    }

    @Override
    public void log(Exchange exchange, Document config, Answer answer) {
        String places =
                "service=\"%s\",route=\"%s\""
                        .formatted(name(exchange.service()), name(exchange.route()));
        Row consumer = config.isTrue("per_consumer") ? exchange.consumer() : null;
        String who = ",consumer=\"" + (consumer == null ? "" : username(consumer)) + "\"";
        if (config.isTrue("status_code_metrics")) {
            String source = answer.fromUpstream() ? "service" : "exit";
            metrics.count(
                    places + ",code=\"" + answer.status() + "\",source=\"" + source + "\"" + who);
        }
        if (config.isTrue("bandwidth_metrics")) {
            long in = exchange.request().body().length;
            metrics.transferred(places + ",direction=\"ingress\"" + who, in);
            metrics.transferred(places + ",direction=\"egress\"" + who, answer.body().length);
        }
        if (config.isTrue("latency_metrics")) {
            metrics.took("kong", places, exchange.gatewayMillis());
            metrics.took("request", places, exchange.tookMillis());
            if (answer.fromUpstream()) {
                metrics.took("upstream", places, exchange.upstreamMillis());
            }
        }
    }

    private static String name(@Nullable Row row) {
        return row == null ? "" : escaped(Target.nameOf(row));
    }

    private static String username(Row consumer) {
        String name = consumer.document().text("username");
        return name == null ? "" : escaped(name);
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }
}
