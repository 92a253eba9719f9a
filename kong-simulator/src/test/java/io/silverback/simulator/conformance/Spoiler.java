package io.silverback.simulator.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Makes a right answer wrong in one way; null where that way does not apply. */
@FunctionalInterface
interface Spoiler {
    Exchange.@Nullable Answer spoilt(Exchange.Asked asked, Exchange.Answer answer, Random random);

    /** Another status. */
    static Spoiler status(int right, int wrong) {
        return (asked, answer, random) ->
                answer.status() == right
                        ? new Exchange.Answer(wrong, answer.headers(), answer.body())
                        : null;
    }

    /** Another value of a header; null loses it. */
    static Spoiler header(String name, @Nullable String wrong) {
        return (asked, answer, random) -> {
            if (answer.header(name).isEmpty()) {
                return null;
            }
            List<List<String>> headers = new ArrayList<>(answer.headers());
            headers.removeIf(pair -> pair.get(0).equalsIgnoreCase(name));
            if (wrong != null) {
                headers.add(List.of(name, wrong));
            }
            return new Exchange.Answer(answer.status(), headers, answer.body());
        };
    }

    /** A header that should not be there. */
    static Spoiler extraHeader(String name, String value) {
        return (asked, answer, random) -> {
            List<List<String>> headers = new ArrayList<>(answer.headers());
            headers.add(List.of(name, value));
            return answer.header(name).isEmpty()
                    ? new Exchange.Answer(answer.status(), headers, answer.body())
                    : null;
        };
    }

    /** A value in the body changed. */
    static Spoiler value(Predicate<Spot> accepted, UnaryOperator<@Nullable Object> change) {
        return (asked, answer, random) -> {
            String body = Spot.changed(answer.body(), random, accepted, change);
            return body == null ? null : answer.withBody(body);
        };
    }

    /** The same, for some requests only. */
    default Spoiler when(Predicate<Exchange.Asked> wanted) {
        return (asked, answer, random) -> wanted.test(asked) ? spoilt(asked, answer, random) : null;
    }

    /** The same, for successful answers only. */
    default Spoiler ofSuccess() {
        return (asked, answer, random) ->
                answer.status() < 300 ? spoilt(asked, answer, random) : null;
    }
}
