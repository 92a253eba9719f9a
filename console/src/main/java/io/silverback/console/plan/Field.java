package io.silverback.console.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One value of the plan and its path. A value of the wrong kind is an error and reads as absent.
 */
record Field(String path, JsonNode node, Findings findings) {

    Optional<String> text() {
        if (!node.isTextual()) {
            return wrong("text");
        }
        return node.textValue().isBlank()
                ? refused("must not be empty")
                : Optional.of(node.textValue());
    }

    /** Text made of letters, digits, dots, dashes and underscores, at most 64. */
    Optional<String> name() {
        return text().filter(
                        text ->
                                Notation.isName(text)
                                        || refuse(
                                                "must be 1 to 64 letters, digits, '.', '_' or '-',"
                                                        + " the first a letter or digit"));
    }

    Optional<Boolean> flag() {
        return node.isBoolean() ? Optional.of(node.booleanValue()) : wrong("true or false");
    }

    Optional<BigDecimal> number() {
        return node.isNumber() ? Optional.of(node.decimalValue()) : wrong("a number");
    }

    Optional<Long> count(long least, long most) {
        if (!node.isIntegralNumber()) {
            return wrong("a whole number");
        }
        return node.canConvertToLong() && node.longValue() >= least && node.longValue() <= most
                ? Optional.of(node.longValue())
                : refused("must be from " + least + " to " + most);
    }

    Optional<Duration> duration() {
        return written("a duration such as 30s, 15m or 24h", Notation::duration);
    }

    Optional<Double> share() {
        return written("a percentage such as 0.5%", Notation::share);
    }

    <E extends Enum<E>> Optional<E> oneOf(Class<E> type) {
        Map<String, E> words = new HashMap<>();
        for (E value : type.getEnumConstants()) {
            words.put(Notation.word(value), value);
        }
        String known =
                Stream.of(type.getEnumConstants())
                        .map(Notation::word)
                        .collect(Collectors.joining(", "));
        return written("one of " + known, text -> Optional.ofNullable(words.get(text)));
    }

    /** The list's elements; empty, and an error, where it is no list or has none. */
    List<Field> elements() {
        if (!node.isArray()) {
            wrong("a list");
            return List.of();
        }
        if (node.isEmpty()) {
            refuse("must not be empty");
        }
        List<Field> elements = new ArrayList<>();
        node.forEach(
                element ->
                        elements.add(
                                new Field(path + "[" + elements.size() + "]", element, findings)));
        return elements;
    }

    Optional<Fields> object() {
        return node.isObject() ? Optional.of(new Fields(path, node, findings)) : wrong("an object");
    }

    private <T> Optional<T> written(String what, Function<String, Optional<T>> reading) {
        Optional<T> value = node.isTextual() ? reading.apply(node.textValue()) : Optional.empty();
        return value.isPresent() ? value : wrong(what);
    }

    private <T> Optional<T> wrong(String expected) {
        String found = node.isTextual() ? "\"" + node.textValue() + "\"" : Notation.kind(node);
        return refused("must be " + expected + ", not " + found);
    }

    private <T> Optional<T> refused(String reason) {
        refuse(reason);
        return Optional.empty();
    }

    /** Records an error; false, so that it can stand at the end of a condition. */
    boolean refuse(String reason) {
        findings.error(path, reason);
        return false;
    }
}
