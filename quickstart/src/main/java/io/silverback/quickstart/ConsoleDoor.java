package io.silverback.quickstart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.silverback.quickstart.environment.CannotStart;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** What the demo asks of the console and of the simulated gateways. */
final class ConsoleDoor {

    private final HttpClient client = HttpClient.newHttpClient();

    /** Submits a plan; returns the console's answer. */
    JsonNode submit(int consolePort, String plan)
            throws CannotStart, IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + consolePort + "/api/plans"))
                        .header("Content-Type", "application/yaml")
                        .header("X-Silverback-Actor", "demo")
                        .POST(HttpRequest.BodyPublishers.ofString(plan))
                        .build();
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 202) {
            throw new CannotStart("The console refused the demo's plan: " + answer.body());
        }
        return new ObjectMapper().readTree(answer.body());
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
