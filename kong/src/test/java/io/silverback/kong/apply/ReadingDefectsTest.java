package io.silverback.kong.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.silverback.kong.Samples;
import io.silverback.kong.admin.AdminApi;
import io.silverback.kong.admin.AdminApiException;
import io.silverback.kong.admin.AdminOptions;
import io.silverback.kong.apply.EntityResult.Outcome;
import io.silverback.kong.catalogue.KongVersion;
import io.silverback.kong.diff.Diff;
import io.silverback.kong.diff.DiffPolicy;
import io.silverback.kong.diff.Differ;
import io.silverback.kong.state.DeclarativeState;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.http.HttpServer;
import io.vertx.mutiny.core.http.HttpServerRequest;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What decK loses or breaks while it reads and writes. */
@Timeout(120)
class ReadingDefectsTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final KongVersion VERSION = KongVersion.parse("3.3.1");
    private static final String PERMISSIONS = "/rbac/roles/{rbac_roles}/endpoints";

    private final Vertx vertx = Vertx.vertx();
    private final Map<String, String> bodies = new ConcurrentHashMap<>();
    private final Map<String, Integer> statuses = new ConcurrentHashMap<>();
    private final Map<String, Integer> rows = new ConcurrentHashMap<>();
    private final AtomicInteger failures = new AtomicInteger();
    private String deletedWhenAsked = "";
    private HttpServer server;
    private AdminApi api;

    @BeforeEach
    void start() {
        bodies.put(
                "/",
                "{\"version\":\"3.3.1.0-enterprise-edition\",\"configuration\":{\"database\":\"postgres\"}}");
        bodies.put("/endpoints", "{\"data\":[\"/rbac/roles\",\"" + PERMISSIONS + "\"]}");
        server =
                vertx.createHttpServer()
                        .requestHandler(this::answer)
                        .listenAndAwait(0, "127.0.0.1");
        URI url = URI.create("http://127.0.0.1:" + server.actualPort());
        var quick = new AdminOptions.Retries(3, Duration.ofMillis(1), Duration.ofMillis(5));
        api = AdminApi.open(vertx, AdminOptions.of("blue", List.of(url)).withRetries(quick));
    }

    @AfterEach
    void stop() {
        api.close();
        server.closeAndAwait();
        vertx.closeAndAwait();
    }

    @Test
    void onePassing500StopsNothing() {
        failures.set(1);

        assertThat(read().size()).isZero();
        assertThat(failures.get()).isLessThan(0);
    }

    @Test
    void allOf1100TargetsAreRead() {
        rows.put("/shop/upstreams", 1);
        rows.put("/shop/upstreams/row-0/targets", 1100);

        assertThat(read().counts()).containsEntry("targets", 1100);
    }

    @Test
    void moreThan100EndpointPermissionsAreRead() {
        rows.put("/shop/rbac/roles", 1);
        rows.put("/shop/rbac/roles/row-0/endpoints", 250);

        assertThat(read().counts()).containsEntry("rbac_role_endpoints", 250);
    }

    @Test
    void aMissingRightIsAnErrorThatNamesIt() {
        statuses.put("/shop/consumers", 403);

        assertThatThrownBy(this::read)
                .isInstanceOf(AdminApiException.class)
                .hasMessageContaining("the token lacks the right to GET /shop/consumers");
    }

    @Test
    void aMissingCollectionIsAnErrorThatNamesIt() {
        statuses.put("/shop/plugins", 404);

        assertThatThrownBy(this::read).hasMessageContaining("there is no /shop/plugins");
    }

    @Test
    void aParentThatIsDeletedWhileReadTakesItsChildrenAlong() {
        rows.put("/shop/upstreams", 1);
        rows.put("/shop/upstreams/row-0/targets", 3);
        deletedWhenAsked = "/shop/upstreams/row-0/targets";

        assertThat(read().size()).isZero();
        assertThat(rows).containsEntry("/shop/upstreams", 0);
    }

    @Test
    void aMissingCollectionBelowAParentThatIsThereIsAnError() {
        rows.put("/shop/upstreams", 1);
        bodies.put("/shop/upstreams/row-0", row(0));
        statuses.put("/shop/upstreams/row-0/targets", 404);

        assertThatThrownBy(this::read)
                .hasMessageContaining("there is no /shop/upstreams/row-0/targets");
    }

    @Test
    void entitiesOfAnUnknownPluginAreCountedAndNamed() {
        bodies.put(
                "/endpoints",
                "{\"data\":[\"/lambdas\",\"/lambdas/{lambdas}\",\"/tags\",\"/tags/{tags}\"]}");
        bodies.put("/schemas/lambdas", "{\"fields\":[]}");
        statuses.put("/schemas/tags", 404);
        rows.put("/shop/lambdas", 120);

        assertThat(remarks()).contains("custom-lambdas").doesNotContain("custom-tags");
        assertThat(inventory().remarks())
                .extracting(Inventory.Remark::meaning)
                .anyMatch(meaning -> meaning.startsWith("120 entities in /lambdas"));
    }

    @Test
    void whatTheGatewayDoesNotListIsNamed() {
        assertThat(inventory().remarks())
                .filteredOn(remark -> remark.code().equals("not-listed"))
                .singleElement()
                .satisfies(
                        remark ->
                                assertThat(remark.meaning())
                                        .contains("consumer_groups", "developers", "files")
                                        .doesNotContain("rbac_roles"));
    }

    @Test
    void thatCountsHaveNoSecondSourceIsSaid() {
        statuses.put("/workspaces/shop/meta", 404);

        assertThat(remarks()).contains("counts-unchecked");
    }

    @Test
    void aGatewaysOwnCountsAreASecondSource() {
        bodies.put("/workspaces/shop/meta", "{\"counts\":{\"keyauth_credentials\":4}}");

        assertThat(remarks()).contains("counts-of-what-ends").doesNotContain("counts-unchecked");
    }

    @Test
    void whatBecameOfEachChangeIsReported() {
        String refused = "/shop/services/" + Samples.id(1);
        statuses.put(refused, 400);
        DeclarativeState desired =
                Samples.state(
                        Samples.entity("services", 1, "{name:'a',host:'h'}"),
                        Samples.entity("services", 2, "{name:'b',host:'h'}"));
        Diff diff = Differ.diff(desired, Samples.state(), DiffPolicy.careful(), Samples.NOW);

        List<EntityResult> results =
                new GatewayWriter(
                                api.in("shop"), new Writes(() -> "fresh"), new WriteLimit(1), false)
                        .apply(diff, Holds.of(diff, Samples.state(), VERSION))
                        .collect()
                        .asList()
                        .await()
                        .atMost(LIMIT);

        assertThat(results)
                .extracting(EntityResult::outcome)
                .containsExactlyInAnyOrder(Outcome.FAILED, Outcome.CREATED);
    }

    private List<String> remarks() {
        return inventory().remarks().stream().map(Inventory.Remark::code).toList();
    }

    private Inventory inventory() {
        return new GatewayReader(api, Clock.systemUTC(), 4)
                .inventory("shop", entity -> true)
                .await()
                .atMost(LIMIT);
    }

    private DeclarativeState read() {
        return Steadily.read(vertx, api, "shop");
    }

    private void answer(HttpServerRequest request) {
        String path = request.path();
        if (path.equals(deletedWhenAsked)) {
            rows.put("/shop/upstreams", 0);
            statuses.put("/shop/upstreams/row-0", 404);
            statuses.put(path, 404);
        }
        boolean fails = path.equals("/shop/consumers") && failures.getAndDecrement() > 0;
        int status = fails ? 500 : statuses.getOrDefault(path, 200);
        String body = bodies.containsKey(path) ? bodies.get(path) : page(request);
        request.response().setStatusCode(status).endAndForget(body);
    }

    /** Pages of 100 at most, as of endpoint permissions. */
    private String page(HttpServerRequest request) {
        int all = rows.getOrDefault(request.path(), 0);
        String offset = request.getParam("offset");
        int from = offset == null ? 0 : Integer.parseInt(offset);
        int to = Math.min(from + 100, all);
        String data =
                IntStream.range(from, to).mapToObj(this::row).collect(Collectors.joining(","));
        String next = to < all ? ",\"offset\":\"" + to + "\"" : "";
        return "{\"data\":[" + data + "]" + next + "}";
    }

    private String row(int number) {
        return String.format(
                "{\"id\":\"row-%1$d\",\"name\":\"n%1$d\",\"target\":\"10.0.0.1:%1$d\","
                        + "\"endpoint\":\"/%1$d\",\"workspace\":\"shop\"}",
                number);
    }
}
