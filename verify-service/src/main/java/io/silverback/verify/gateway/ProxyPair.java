package io.silverback.verify.gateway;

import io.silverback.contracts.MigrationRequested;
import io.silverback.contracts.VerifyPolicy;
import io.silverback.registry.Gateway;
import io.silverback.registry.Registry;
import io.silverback.verify.comparison.Answer;
import io.silverback.verify.comparison.AnswerComparison;
import io.silverback.verify.comparison.Inquiry;
import io.silverback.verify.comparison.ProbeResult;
import io.silverback.verify.probing.Probe;
import io.silverback.verify.probing.ProbePlan;
import io.silverback.verify.verification.Order;
import io.silverback.verify.verification.Proxies;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.tuples.Tuple2;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.client.WebClientOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.ext.web.client.HttpRequest;
import io.vertx.mutiny.ext.web.client.HttpResponse;
import io.vertx.mutiny.ext.web.client.WebClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Sends probes to both proxies, paced by the plan's rate, each within a time limit. */
@ApplicationScoped
class ProxyPair implements Proxies {

    private static final long TIMEOUT_MILLIS = 10_000;
    private static final int UNDER_WAY = 8;
    private static final int RETRIES = 2;

    private final Registry registry;
    private final WebClient client;

    ProxyPair(Registry registry, Vertx vertx) {
        this.registry = registry;
        this.client =
                WebClient.create(
                        vertx,
                        new WebClientOptions()
                                .setFollowRedirects(false)
                                .setMaxPoolSize(UNDER_WAY)
                                .setConnectTimeout((int) TIMEOUT_MILLIS));
    }

    @Override
    public Uni<List<ProbeResult>> ask(Order order, ProbePlan plan) {
        VerifyPolicy policy = order.request().verify();
        AnswerComparison comparison =
                new AnswerComparison(
                        policy.expectedDifferences().stream()
                                .map(VerifyPolicy.ExpectedDifference::header)
                                .toList());
        Duration interval =
                Duration.ofNanos(1_000_000_000L / Math.max(1, policy.requestsPerSecond()));
        return Multi.createFrom()
                .iterable(plan.probes())
                .onItem()
                .transformToUniAndConcatenate(
                        probe -> Uni.createFrom().item(probe).onItem().delayIt().by(interval))
                .onItem()
                .transformToUni(probe -> both(order.request(), probe, comparison))
                .merge(UNDER_WAY)
                .collect()
                .asList();
    }

    private Uni<ProbeResult> both(
            MigrationRequested request, Probe probe, AnswerComparison comparison) {
        return askBoth(request, probe)
                .map(pair -> Inquiry.of(probe, comparison, pair.getItem1(), pair.getItem2()))
                .chain(inquiry -> settle(request, probe, inquiry));
    }

    private Uni<ProbeResult> settle(MigrationRequested request, Probe probe, Inquiry inquiry) {
        Inquiry.Next next = inquiry.next();
        if (next instanceof Inquiry.Settled settled) {
            return Uni.createFrom().item(settled.result());
        }
        Uni<Inquiry> more =
                next instanceof Inquiry.AskBoth both
                        ? Uni.createFrom()
                                .voidItem()
                                .onItem()
                                .delayIt()
                                .by(both.after())
                                .chain(() -> askBoth(request, probe))
                                .map(two -> inquiry.bothAgain(two.getItem1(), two.getItem2()))
                        : answer(request, proxy(request.blue()), probe).map(inquiry::blueAgain);
        return more.chain(again -> settle(request, probe, again));
    }

    private Uni<Tuple2<Answer, Answer>> askBoth(MigrationRequested request, Probe probe) {
        return Uni.combine()
                .all()
                .unis(
                        answer(request, proxy(request.blue()), probe),
                        answer(request, proxy(request.green()), probe))
                .asTuple();
    }

    /** Both sides hear the same host: the probe's own, else blue's, as a client of blue says it. */
    private Uni<Answer> answer(MigrationRequested migration, URI proxy, Probe probe) {
        HttpRequest<Buffer> request =
                client.requestAbs(HttpMethod.valueOf(probe.method()), proxy + probe.path())
                        .timeout(TIMEOUT_MILLIS)
                        .putHeader("Host", proxy(migration.blue()).getAuthority())
                        .putHeader("User-Agent", "silverback-verify/" + migration.migrationId());
        probe.headers().forEach(request::putHeader);
        return request.send()
                .onFailure()
                .retry()
                .withBackOff(Duration.ofMillis(200))
                .atMost(RETRIES)
                .map(ProxyPair::answer);
    }

    private static Answer answer(HttpResponse<Buffer> response) {
        Map<String, String> headers = new HashMap<>();
        response.headers()
                .forEach(
                        header ->
                                headers.merge(
                                        header.getKey().toLowerCase(Locale.ROOT),
                                        header.getValue(),
                                        (one, other) -> one + ", " + other));
        String body = response.bodyAsString();
        return new Answer(response.statusCode(), headers, body == null ? "" : body);
    }

    private URI proxy(String gateway) {
        return registry.gateway(gateway).map(Gateway::proxyUrls).orElseThrow().get(0);
    }
}
