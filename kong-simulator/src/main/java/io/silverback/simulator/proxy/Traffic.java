package io.silverback.simulator.proxy;

import io.silverback.simulator.schema.Document;
import io.silverback.simulator.store.Row;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The latest requests of the proxy and what became of them. */
public final class Traffic {
    private static final int KEPT = 1_000;

    private final Deque<Served> latest = new ArrayDeque<>(KEPT);

    /** One request and its answer; times in milliseconds. */
    public record Served(
            long at,
            long took,
            String method,
            String path,
            int status,
            @Nullable Row route,
            @Nullable Row service,
            @Nullable Row consumer) {
        Document document() {
            return Document.of("at", at)
                    .with("tookMillis", took)
                    .with("method", method)
                    .with("path", path)
                    .with("status", status)
                    .with("route", id(route))
                    .with("service", id(service))
                    .with("consumer", id(consumer));
        }

        private static @Nullable String id(@Nullable Row row) {
            return row == null ? null : row.id();
        }
    }

    void note(Exchange exchange, Answer answer, long now) {
        Served served =
                new Served(
                        exchange.begin(),
                        now - exchange.begin(),
                        exchange.request().method(),
                        exchange.request().path(),
                        answer.status(),
                        exchange.route(),
                        exchange.service(),
                        exchange.consumer());
        synchronized (latest) {
            if (latest.size() == KEPT) {
                latest.removeFirst();
            }
            latest.addLast(served);
        }
    }

    /** The latest requests, the oldest first, without bodies and headers. */
    public List<Document> documents() {
        synchronized (latest) {
            return latest.stream().map(Served::document).toList();
        }
    }

    /** Forgets all. */
    public void forget() {
        synchronized (latest) {
            latest.clear();
        }
    }
}
