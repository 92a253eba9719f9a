package io.silverback.edge.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StickinessTest {

    private static final Stickiness CLIENT = new Stickiness.Client(List.of("apikey"), "");

    @ParameterizedTest
    @ValueSource(ints = {1, 100, 500, 1_000, 5_000, 9_999})
    void spreadsExactlyWhereNothingSticks(int hundredths) {
        Stickiness none = new Stickiness.None(new EvenSpread(42));

        long green = greenOf(none, hundredths, 20_000);

        assertThat((double) green).isCloseTo(2.0 * hundredths, within(3.0));
    }

    @Test
    void spreadsClientsByTheirShare() {
        assertThat(clientsOnGreen(1_000).size()).isBetween(1_850, 2_150);
    }

    @Test
    void keepsEveryClientOfASmallerShareOnGreen() {
        assertThat(clientsOnGreen(1_000)).containsAll(clientsOnGreen(500));
        assertThat(clientsOnGreen(5_000)).containsAll(clientsOnGreen(1_000));
    }

    @Test
    void fallsBackToTheAddress() {
        Caller anonymous = caller(Map.of(), Map.of());

        assertThat(CLIENT.route(anonymous, new Share(5_000)))
                .isEqualTo(CLIENT.route(anonymous, new Share(5_000)));
    }

    @Test
    void givesACookieOnceAndFollowsIt() {
        Stickiness cookie = new Stickiness.Cookie("sb", new EvenSpread(7));
        Share half = new Share(5_000);

        Route first = cookie.route(caller(Map.of(), Map.of()), half);
        String bucket = first.newCookie().orElseThrow();
        Route second = cookie.route(caller(Map.of(), Map.of("sb", bucket)), half);

        assertThat(second).isEqualTo(Route.to(first.colour()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "10000", "x", "99999999999"})
    void replacesACookieThatIsNoBucket(String value) {
        Stickiness cookie = new Stickiness.Cookie("sb", new EvenSpread(7));

        Route route = cookie.route(caller(Map.of(), Map.of("sb", value)), Share.NONE);

        assertThat(route.newCookie()).isPresent();
    }

    private static long greenOf(Stickiness stickiness, int hundredths, int requests) {
        Caller anybody = caller(Map.of(), Map.of());
        return IntStream.range(0, requests)
                .filter(
                        i ->
                                stickiness.route(anybody, new Share(hundredths)).colour()
                                        == Colour.GREEN)
                .count();
    }

    private static Set<Integer> clientsOnGreen(int hundredths) {
        Set<Integer> green = new HashSet<>();
        for (int client = 0; client < 20_000; client++) {
            Caller caller = caller(Map.of("apikey", "key-" + client), Map.of());
            if (CLIENT.route(caller, new Share(hundredths)).colour() == Colour.GREEN) {
                green.add(client);
            }
        }
        return green;
    }

    private static Caller caller(Map<String, String> headers, Map<String, String> cookies) {
        return new Caller() {
            @Override
            public Optional<String> header(String name) {
                return Optional.ofNullable(headers.get(name));
            }

            @Override
            public Optional<String> cookie(String name) {
                return Optional.ofNullable(cookies.get(name));
            }

            @Override
            public String remoteAddress() {
                return "10.0.0.1";
            }
        };
    }
}
