package io.silverback.quickstart.environment;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;

/** Waits until a program answers that it is ready. */
final class Readiness {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    /**
     * Returns once each program's URL answers 200.
     *
     * @throws CannotStart when one does not within two minutes; names the program's log
     */
    void await(Starting... all) throws CannotStart, InterruptedException {
        for (Starting each : all) {
            await(each);
        }
    }

    private void await(Starting starting) throws CannotStart, InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (!answers(URI.create(starting.readyAt()))) {
            if (Instant.now().isAfter(end)) {
                throw new CannotStart(
                        "%s did not become ready within %d s; its log is %s."
                                .formatted(
                                        starting.child().name(),
                                        PATIENCE.toSeconds(),
                                        starting.child().log()));
            }
            Thread.sleep(PAUSE.toMillis());
        }
    }

    private boolean answers(URI url) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(url).timeout(Duration.ofSeconds(5)).build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }
}
