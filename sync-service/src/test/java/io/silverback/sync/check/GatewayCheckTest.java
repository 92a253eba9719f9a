package io.silverback.sync.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverback.kong.admin.AdminApi;
import io.silverback.kong.admin.AdminOptions;
import io.silverback.simulator.Simulator;
import io.silverback.simulator.SimulatorOptions;
import io.silverback.sync.check.Finding.Verdict;
import io.vertx.mutiny.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class GatewayCheckTest {

    private static final Vertx VERTX = Vertx.vertx();
    private static Simulator kong;
    private static AdminApi api;

    @BeforeAll
    static void start() throws IOException {
        Path estate = Path.of("src/test/resources/payments.yaml").toAbsolutePath();
        kong =
                Simulator.start(
                        SimulatorOptions.cassandra("blue").withFiles(List.of(estate), false));
        api = AdminApi.open(VERTX, AdminOptions.of("blue", List.of(kong.adminUrl())));
    }

    @AfterAll
    static void stop() {
        api.close();
        kong.close();
        VERTX.closeAndAwait();
    }

    @Test
    void agreesWithAGatewayAsWeTakeThemToBe() {
        CheckReport report = check("payments");

        assertThat(report.gateway()).isEqualTo("blue");
        assertThat(report.findings())
                .filteredOn(finding -> finding.entity().equals("consumers"))
                .extracting(Finding::verdict)
                .containsOnly(Verdict.AGREES);
        assertThat(report.findings())
                .filteredOn(finding -> finding.proven())
                .filteredOn(finding -> finding.verdict() == Verdict.DIFFERS)
                .isEmpty();
    }

    @Test
    void writesNothing() throws IOException, InterruptedException {
        ask("DELETE", "/__simulator/journal");

        check("payments");

        assertThat(ask("GET", "/__simulator/journal")).isEqualTo("[]");
    }

    @Test
    void namesWhatCannotBeReadAndWhatIsNotToBeSeen() {
        CheckReport report = check("no-such-workspace");

        assertThat(report.findings())
                .anySatisfy(
                        finding -> {
                            assertThat(finding.entity()).isEqualTo("consumers");
                            assertThat(finding.verdict()).isEqualTo(Verdict.DIFFERS);
                        });
        assertThat(check("default").findings())
                .extracting(Finding::verdict)
                .contains(Verdict.NEVER_SEEN);
    }

    private CheckReport check(String workspace) {
        return new GatewayCheck(api, workspace).report().await().atMost(Duration.ofSeconds(20));
    }

    private String ask(String method, String path) throws IOException, InterruptedException {
        URI url = URI.create(kong.adminUrl() + path);
        HttpRequest request =
                HttpRequest.newBuilder(url)
                        .method(method, HttpRequest.BodyPublishers.noBody())
                        .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
