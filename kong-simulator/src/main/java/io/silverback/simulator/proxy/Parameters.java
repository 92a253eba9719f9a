package io.silverback.simulator.proxy;

import io.silverback.simulator.schema.Json;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Parameters of a query or of a form, in their order, decoded. */
record Parameters(List<Parameter> list) {
    record Parameter(String name, String value, String raw) {
        /** The value, or {@code true} where not even an equals sign was given. */
        Object given() {
            return raw.contains("=") ? value : (Object) Boolean.TRUE;
        }
    }

    static Parameters ofQuery(@Nullable String query) {
        List<Parameter> list = new ArrayList<>();
        if (query != null && !query.isEmpty()) {
            for (String raw : query.split("&")) {
                String[] parts = raw.split("=", 2);
                list.add(
                        new Parameter(
                                decoded(parts[0]),
                                parts.length == 2 ? decoded(parts[1]) : "",
                                raw));
            }
        }
        return new Parameters(list);
    }

    /** Of a body that is a form or a JSON object; empty for others. */
    static Parameters ofBody(ProxyRequest request) {
        String type = request.header("Content-Type");
        if (type == null || request.body().length == 0) {
            return new Parameters(List.of());
        }
        if (type.startsWith("application/x-www-form-urlencoded")) {
            return ofQuery(Json.text(request.body()));
        }
        List<Parameter> list = new ArrayList<>();
        Map<?, ?> json = type.startsWith("application/json") ? Json.object(request.body()) : null;
        if (json != null) {
            json.forEach(
                    (name, value) ->
                            list.add(
                                    new Parameter(
                                            String.valueOf(name), String.valueOf(value), "")));
        }
        return new Parameters(list);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    /** The first value of a parameter, or null. */
    @Nullable String first(String name) {
        return list.stream()
                .filter(parameter -> parameter.name().equals(name))
                .map(Parameter::value)
                .findFirst()
                .orElse(null);
    }

    /** All values of a parameter. */
    List<String> all(String name) {
        return list.stream()
                .filter(parameter -> parameter.name().equals(name))
                .map(Parameter::value)
                .toList();
    }

    /** A query without some parameter, the others untouched; null when nothing is left. */
    @Nullable String without(String name) {
        String rest =
                String.join(
                        "&",
                        list.stream()
                                .filter(parameter -> !parameter.name().equals(name))
                                .map(Parameter::raw)
                                .toList());
        return rest.isEmpty() ? null : rest;
    }
}
