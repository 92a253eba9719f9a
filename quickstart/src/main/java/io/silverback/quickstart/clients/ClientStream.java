package io.silverback.quickstart.clients;

import io.silverback.quickstart.estate.ClientRequest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Phaser;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Many clients of the gateway, as a {@link Load} says. Each request names its client in {@code
 * X-Client-Id}.
 */
public final class ClientStream implements AutoCloseable {

    private static final int CLIENTS = 5000;
    private static final long TICK_MILLIS = 5;

    private final URI edge;
    private final List<ClientRequest> requests;
    private final Load load;
    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
    private final Phaser open = new Phaser(1);
    private final long startedAt = System.nanoTime();
    private long turn;

    private ClientStream(URI edge, List<ClientRequest> requests, Load load) {
        this.edge = edge;
        this.requests = List.copyOf(requests);
        this.load = load;
    }

    /** Starts to send {@code requests} to {@code edge}, in turn. */
    public static ClientStream start(URI edge, List<ClientRequest> requests, Load load) {
        ClientStream stream = new ClientStream(edge, requests, load);
        var unused =
                stream.clock.scheduleAtFixedRate(
                        stream::sendDue, 0, TICK_MILLIS, TimeUnit.MILLISECONDS);
        return stream;
    }

    /** Stops sending, waits for the open answers, and reports. */
    public ClientReport stop() throws InterruptedException {
        clock.shutdown();
        clock.awaitTermination(5, TimeUnit.SECONDS);
        try {
            open.awaitAdvanceInterruptibly(open.arriveAndDeregister(), 10, TimeUnit.SECONDS);
        } catch (TimeoutException someNeverAnswered) {
            return report();
        }
        return report();
    }

    /** What has been seen so far. */
    public ClientReport report() {
        return new ClientReport(new ArrayList<>(answers));
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }

    private void sendDue() {
        long due = load.due(Duration.ofNanos(System.nanoTime() - startedAt));
        for (; turn < due; turn++) {
            if (waiting() < load.atOnce()) {
                send(turn);
            }
        }
    }

    private int waiting() {
        return open.getRegisteredParties() - 1;
    }

    private void send(long number) {
        HttpRequest request = request(number);
        Instant start = Instant.now();
        open.register();
        var unused =
                client.sendAsync(request, HttpResponse.BodyHandlers.discarding())
                        .whenComplete((response, failure) -> note(start, response, failure));
    }

    private HttpRequest request(long number) {
        ClientRequest request = requests.get((int) (number % requests.size()));
        HttpRequest.Builder builder =
                HttpRequest.newBuilder(edge.resolve(request.path()))
                        .timeout(Duration.ofSeconds(10))
                        .header("Host", request.host())
                        .header("X-Client-Id", "client-" + number * 7919 % CLIENTS);
        String key = request.apiKey();
        if (key != null) {
            builder.header("apikey", key);
        }
        return builder.build();
    }

    private void note(
            Instant start, @Nullable HttpResponse<Void> response, @Nullable Throwable failure) {
        String colour =
                response == null
                        ? "none"
                        : response.headers().firstValue("X-Silverback-Colour").orElse("none");
        int status = response == null ? 0 : response.statusCode();
        answers.add(new Answer(start, Instant.now(), colour, status, fault(failure)));
        open.arriveAndDeregister();
    }

    private static String fault(@Nullable Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return cause == null ? "" : cause.getClass().getSimpleName();
    }
}
