package io.silverback.quickstart;

import io.silverback.quickstart.environment.CannotStart;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** What the demo asks of the console and of the simulated gateways. */
final class ConsoleDoor {

    private static final int ATTEMPTS = 10;
    private static final long PAUSE_MILLIS = 1000;

    private final HttpClient client = HttpClient.newHttpClient();

    /**
     * Submits a plan. A console that has just started may say that it is not available yet; it is
     * asked again, and a plan that is live by then is the one submitted.
     */
    void submit(int consolePort, String plan)
            throws CannotStart, IOException, InterruptedException {
        HttpResponse<String> answer = post(consolePort, plan);
        for (int again = 0; again < ATTEMPTS && answer.statusCode() == 503; again++) {
            Thread.sleep(PAUSE_MILLIS);
            answer = post(consolePort, plan);
            if (answer.statusCode() == 409) {
                return;
            }
        }
        if (answer.statusCode() != 202) {
            throw new CannotStart("The console refused the demo's plan: " + answer.body());
        }
    }

    private HttpResponse<String> post(int consolePort, String plan)
            throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + consolePort + "/api/plans"))
                        .header("Content-Type", "application/yaml")
                        .header("X-Silverback-Actor", "demo")
                        .POST(HttpRequest.BodyPublishers.ofString(plan))
                        .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** Makes every request through a simulated gateway's proxy fail. */
    void breakGateway(int adminPort) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(
                                URI.create("http://127.0.0.1:" + adminPort + "/__simulator/faults"))
                        .header("Content-Type", "application/json")
                        .PUT(
                                HttpRequest.BodyPublishers.ofString(
                                        "{\"proxy\":{\"errorRate\":1.0,\"errorStatus\":500}}"))
                        .build();
        int status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        if (status >= 300) {
            throw new IOException("The simulated gateway refused to be broken: " + status);
        }
    }
}
