package io.silverback.kong.apply;

import static io.silverback.kong.Samples.NOW;
import static io.silverback.kong.Samples.entity;
import static io.silverback.kong.Samples.id;
import static io.silverback.kong.Samples.ref;
import static io.silverback.kong.Samples.state;
import static org.assertj.core.api.Assertions.assertThat;

import io.silverback.kong.admin.AdminApi;
import io.silverback.kong.admin.AdminOptions;
import io.silverback.kong.admin.AdminOptions.Retries;
import io.silverback.kong.admin.FakeAdminApi;
import io.silverback.kong.apply.EntityResult.Outcome;
import io.silverback.kong.catalogue.KongVersion;
import io.silverback.kong.diff.Diff;
import io.silverback.kong.diff.DiffPolicy;
import io.silverback.kong.diff.DiffPolicy.Conflicts;
import io.silverback.kong.diff.DiffPolicy.Extra;
import io.silverback.kong.diff.Differ;
import io.silverback.kong.state.DeclarativeState;
import io.silverback.kong.state.Entity;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.mutiny.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GatewayWriterTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final KongVersion VERSION = KongVersion.parse("3.3.1");
    private static final DiffPolicy PRUNE =
            new DiffPolicy(Extra.PRUNE, Conflicts.REPLACE, Set.of());

    private static final Entity SERVICE = entity("services", 1, "{name:'s',host:'h'}");
    private static final Entity ROUTE =
            entity("routes", 2, "{name:'r',paths:['/'],service:" + ref(1) + "}");
    private static final Entity KEY_AUTH =
            entity("plugins", 3, "{name:'key-auth',route:" + ref(2) + "}");

    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final WriteLimit limit = new WriteLimit(8);
    private Vertx vertx;
    private FakeAdminApi green;
    private AdminApi api;

    @BeforeEach
    void start() {
        vertx = Vertx.vertx();
        green = new FakeAdminApi(vertx.getDelegate(), 0);
        green.answers(request -> noted(request, () -> answer(request, 200)));
        api = AdminApi.open(vertx, AdminOptions.of("green", List.of(green.url())));
    }

    @AfterEach
    void stop() {
        api.close();
        green.close();
        vertx.closeAndAwait();
    }

    @Test
    void letsAServiceServeWhenThePluginsOfItsRoutesAreThere() {
        List<EntityResult> results = apply(state(SERVICE, ROUTE, KEY_AUTH), state(), true);
        assertThat(requests)
                .containsExactly(
                        put(SERVICE) + " enabled:false",
                        put(ROUTE),
                        put(KEY_AUTH),
                        "PATCH /services/" + id(1) + " enabled:true");
        assertThat(results)
                .extracting(EntityResult::toString)
                .containsExactlyInAnyOrder(
                        "CREATED " + SERVICE, "CREATED " + ROUTE, "CREATED " + KEY_AUTH);
    }

    @Test
    void writesAServiceWithoutPluginsOnce() {
        Entity global = entity("plugins", 4, "{name:'prometheus'}");
        apply(state(SERVICE, ROUTE, global), state(), true);
        assertThat(requests).containsExactlyInAnyOrder(put(SERVICE), put(ROUTE), put(global));
    }

    @Test
    void writesWhatGuardsAllRequestsBeforeAnythingServes() {
        Entity global = entity("plugins", 4, "{name:'key-auth'}");
        apply(state(SERVICE, ROUTE, global), state(), true);
        assertThat(requests).containsExactly(put(global), put(SERVICE), put(ROUTE));
    }

    @Test
    void leavesDisabledWhatIsDisabledOnBlue() {
        Entity disabled = entity("services", 1, "{name:'s',host:'h',enabled:false}");
        apply(state(disabled, ROUTE, KEY_AUTH), state(), true);
        assertThat(requests)
                .containsExactly(put(SERVICE) + " enabled:false", put(ROUTE), put(KEY_AUTH));
    }

    @Test
    void goesOnWhereARunWasKilled() {
        Entity held = entity("services", 1, "{name:'s',host:'h',enabled:false}");
        apply(state(SERVICE, ROUTE, KEY_AUTH), state(held, ROUTE), true);
        assertThat(requests).containsExactly(put(KEY_AUTH), put(SERVICE));
    }

    @Test
    void doesNotCutOffWhatServesAlready() {
        apply(state(SERVICE, ROUTE, KEY_AUTH), state(SERVICE), true);
        assertThat(requests).containsExactly(put(ROUTE), put(KEY_AUTH));
    }

    @Test
    void endsServingBeforeItDeletesWhatGuards() {
        apply(state(), state(SERVICE, ROUTE, KEY_AUTH), true);
        assertThat(requests)
                .containsExactly(
                        "PATCH /services/" + id(1) + " enabled:false",
                        "DELETE /plugins/" + id(3),
                        "DELETE /routes/" + id(2),
                        "DELETE /services/" + id(1));
    }

    @Test
    void letsOneOfTwoThatExchangeTheirNamesStepAside() {
        Entity other = entity("services", 5, "{name:'t',host:'h'}");
        apply(
                state(
                        entity("services", 1, "{name:'t',host:'h'}"),
                        entity("services", 5, "{name:'s',host:'h'}")),
                state(SERVICE, other),
                true);
        assertThat(requests).hasSize(3);
        assertThat(requests.get(0)).startsWith("PATCH /services/");
        assertThat(requests.subList(1, 3)).containsExactlyInAnyOrder(put(SERVICE), put(other));
        assertThat(requests.get(2)).endsWith(requests.get(0).substring("PATCH ".length()));
    }

    @Test
    void keepsAServiceDisabledWhosePluginIsRefused() {
        refuse("/plugins");
        List<EntityResult> results = apply(state(SERVICE, ROUTE, KEY_AUTH), state(), false);
        assertThat(requests).noneMatch(request -> request.startsWith("PATCH"));
        assertThat(results)
                .filteredOn(result -> result.outcome() == Outcome.FAILED)
                .extracting(EntityResult::reason)
                .anyMatch(reason -> reason.contains("400, no such plugin"))
                .contains("it stays disabled, for " + KEY_AUTH + " is not there");
    }

    @Test
    void saysWhyAServiceWithPluginsWasRefused() {
        refuse("/services");
        List<EntityResult> results = apply(state(SERVICE, ROUTE, KEY_AUTH), state(), true);
        assertThat(results)
                .extracting(EntityResult::outcome)
                .containsExactlyInAnyOrder(Outcome.FAILED, Outcome.SKIPPED, Outcome.SKIPPED);
        assertThat(requests).hasSize(1);
    }

    @Test
    void namesWhatAnOldGatewayCannotHoldBack() {
        Diff diff = diff(state(SERVICE, ROUTE, KEY_AUTH), state());
        assertThat(Holds.of(diff, state(), KongVersion.parse("2.6.1")).unguarded())
                .containsExactly(SERVICE);
        assertThat(Holds.of(diff, state(), KongVersion.parse("2.7.0")).unguarded()).isEmpty();
    }

    /** The upstream is answered only when the service's route is there. */
    @Test
    void waitsForNothingThatItDoesNotReferTo() {
        CompletableFuture<Void> routed = new CompletableFuture<>();
        Entity upstream = entity("upstreams", 5, "{name:'u'}");
        green.answers(
                request -> {
                    if (request.path().startsWith("/routes")) {
                        routed.complete(null);
                    }
                    boolean waits = request.path().startsWith("/upstreams");
                    CompletableFuture<Void> when =
                            waits ? routed : CompletableFuture.completedFuture(null);
                    when.thenRun(() -> answer(request, 200));
                });
        assertThat(apply(state(upstream, SERVICE, ROUTE), state(), true)).hasSize(3);
    }

    @Test
    void makesRoomBeforeItCreatesAndDeletesExtrasAtTheEnd() {
        Entity rival = entity("services", 11, "{name:'s',host:'h'}");
        Entity dependent = entity("routes", 12, "{name:'x',service:" + ref(11) + "}");
        Entity extra = entity("upstreams", 13, "{name:'x'}");
        apply(state(SERVICE, ROUTE), state(rival, dependent, extra), true);
        assertThat(requests)
                .containsExactly(
                        "DELETE /routes/" + id(12),
                        "DELETE /services/" + id(11),
                        put(SERVICE),
                        put(ROUTE),
                        "DELETE /upstreams/" + id(13));
    }

    /** Each of the first thirty attempts is refused. */
    @Test
    void sendsLessAtOnceToAGatewayThatRefuses() {
        AtomicInteger attempts = new AtomicInteger();
        AtomicInteger least = new AtomicInteger(limit.atOnce());
        green.answers(
                request -> {
                    least.accumulateAndGet(limit.atOnce(), Math::min);
                    answer(request, attempts.incrementAndGet() <= 30 ? 429 : 200);
                });
        api.close();
        api = open(new Retries(10, Duration.ofMillis(1), Duration.ofMillis(2)));
        Entity[] services =
                IntStream.rangeClosed(1, 12)
                        .mapToObj(n -> entity("services", n, "{name:'s" + n + "',host:'h'}"))
                        .toArray(Entity[]::new);
        assertThat(apply(state(services), state(), true))
                .extracting(EntityResult::outcome)
                .containsOnly(Outcome.CREATED);
        assertThat(least.get()).isLessThan(4);
    }

    /** No more than the ceiling ever wait for an answer, which comes when that many wait. */
    @Test
    void keepsToACeilingThatChangesWhileItRuns() {
        List<HttpServerRequest> waiting = new ArrayList<>();
        AtomicInteger most = new AtomicInteger();
        limit.setCeiling(2);
        green.answers(
                request -> {
                    waiting.add(request);
                    most.accumulateAndGet(waiting.size(), Math::max);
                    if (waiting.size() == 2) {
                        limit.setCeiling(1);
                        waiting.forEach(one -> answer(one, 200));
                        waiting.clear();
                        green.answers(next -> answer(next, 200));
                    }
                });
        Entity[] upstreams =
                IntStream.rangeClosed(1, 6)
                        .mapToObj(n -> entity("upstreams", n, "{name:'u" + n + "'}"))
                        .toArray(Entity[]::new);
        assertThat(apply(state(upstreams), state(), true)).hasSize(6);
        assertThat(most.get()).isEqualTo(2);
        assertThat(limit.atOnce()).isEqualTo(1);
    }

    private AdminApi open(Retries retries) {
        return AdminApi.open(
                vertx, AdminOptions.of("green", List.of(green.url())).withRetries(retries));
    }

    private List<EntityResult> apply(
            DeclarativeState desired, DeclarativeState actual, boolean stops) {
        Diff diff = diff(desired, actual);
        return new GatewayWriter(api, new Writes(() -> "fresh"), limit, stops)
                .apply(diff, Holds.of(diff, actual, VERSION))
                .collect()
                .asList()
                .await()
                .atMost(LIMIT);
    }

    private static Diff diff(DeclarativeState desired, DeclarativeState actual) {
        return Differ.diff(desired, actual, PRUNE, NOW);
    }

    private void refuse(String path) {
        green.answers(
                request -> {
                    int status = request.path().startsWith(path) ? 400 : 200;
                    noted(request, () -> answer(request, status));
                });
    }

    private void noted(HttpServerRequest request, Runnable then) {
        request.body()
                .onSuccess(
                        body -> {
                            String sent = body.toString();
                            String enabled =
                                    sent.contains("\"enabled\":")
                                            ? " enabled:" + sent.contains("\"enabled\":true")
                                            : "";
                            requests.add(request.method() + " " + request.uri() + enabled);
                            then.run();
                        });
    }

    private static void answer(HttpServerRequest request, int status) {
        String body = status == 400 ? "{\"message\":\"no such plugin\"}" : "{}";
        boolean deleted = request.method().equals(HttpMethod.DELETE);
        request.response().setStatusCode(deleted ? 204 : status).end(deleted ? "" : body);
    }

    private static String put(Entity entity) {
        return "PUT " + entity.kind().access().one(entity.fields(), entity.id());
    }
}
