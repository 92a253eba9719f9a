package io.silverback.kong.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.silverback.kong.admin.AdminApi;
import io.silverback.kong.admin.AdminOptions;
import io.silverback.kong.state.DeclarativeState;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.http.HttpServer;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A gateway whose collections answer by how often they were asked. */
class SteadyReadingTest {
    private static final String ROOT =
            "{\"version\":\"3.3.1.0-enterprise-edition\",\"configuration\":{\"database\":\"cassandra\"}}";

    private final Vertx vertx = Vertx.vertx();
    private final Map<String, IntFunction<String>> answers = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private AdminApi api;

    @BeforeEach
    void start() {
        server =
                vertx.createHttpServer()
                        .requestHandler(
                                request -> {
                                    String path = request.path();
                                    asked.add(path);
                                    long times = asked.stream().filter(path::equals).count();
                                    request.response().endAndForget(answer(path, (int) times));
                                })
                        .listenAndAwait(0, "127.0.0.1");
        URI url = URI.create("http://127.0.0.1:" + server.actualPort());
        api = AdminApi.open(vertx, AdminOptions.of("blue", List.of(url)));
    }

    @AfterEach
    void stop() {
        api.close();
        server.closeAndAwait();
        vertx.closeAndAwait();
    }

    @Test
    void readsEachCollectionTwiceWhenNothingChanges() {
        answers.put("/shop/consumers", times -> page(consumer(1, "ann")));

        assertThat(read().counts()).containsEntry("consumers", 1);
        assertThat(asked).filteredOn("/shop/consumers"::equals).hasSize(2);
        assertThat(asked).filteredOn("/shop/services"::equals).hasSize(2);
    }

    @Test
    void readsOnlyWhatChangedAgain() {
        answers.put(
                "/shop/consumers",
                times -> times == 1 ? page(consumer(1, "ann")) : page(consumer(1, "eve")));

        DeclarativeState state = read();

        assertThat(state.entities("consumers").get(0).name()).contains("eve");
        assertThat(asked).filteredOn("/shop/consumers"::equals).hasSize(4);
        assertThat(asked).filteredOn("/shop/services"::equals).hasSize(2);
    }

    @Test
    void readsTheTargetsOfAnUpstreamThatCameMeanwhile() {
        answers.put("/shop/upstreams", times -> times == 1 ? page("") : page(upstream()));
        answers.put(
                "/shop/upstreams/u-1/targets",
                times -> page("{\"id\":\"t-1\",\"target\":\"a:1\"}"));

        assertThat(read().counts()).containsEntry("upstreams", 1).containsEntry("targets", 1);
    }

    @Test
    void givesUpWithTheNamesOfWhatDoesNotStandStill() {
        answers.put("/shop/consumers", times -> page(consumer(1, "ann" + times)));

        assertThatThrownBy(this::read)
                .isInstanceOf(ChangedWhileReadException.class)
                .hasMessageContaining("Gateway blue, shop: changed again and again")
                .hasMessageContaining("(c-1) was changed");
    }

    @Test
    void failsWhenTheGatewayCountsMoreThanItLists() {
        answers.put("/workspaces/shop/meta", times -> "{\"counts\":{\"consumers\":2}}");
        answers.put("/shop/consumers", times -> page(consumer(1, "ann")));

        assertThatThrownBy(this::read)
                .isInstanceOf(CountedLessException.class)
                .hasMessageContaining("2 consumers counted, 1 read");
    }

    private DeclarativeState read() {
        return Steadily.read(vertx, api, "shop");
    }

    private String answer(String path, int times) {
        if (path.equals("/")) {
            return ROOT;
        }
        return answers.getOrDefault(path, any -> page("")).apply(times);
    }

    private static String page(String rows) {
        return "{\"data\":[" + rows + "],\"next\":null}";
    }

    private static String consumer(int number, String name) {
        return "{\"id\":\"c-" + number + "\",\"username\":\"" + name + "\"}";
    }

    private static String upstream() {
        return "{\"id\":\"u-1\",\"name\":\"u\"}";
    }
}
