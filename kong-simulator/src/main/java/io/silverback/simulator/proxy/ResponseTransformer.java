package io.silverback.simulator.proxy;

import io.silverback.simulator.proxy.Pairs.Pair;
import io.silverback.simulator.schema.Document;
import io.silverback.simulator.schema.Json;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The plugin response-transformer: headers always, JSON where the answer is an object. */
final class ResponseTransformer implements Enforcer {
    @Override
    public Answer respond(Exchange exchange, Document config, Answer answer) {
        new Members.OfHeaders(answer.headers()).apply(config, "headers", UnaryOperator.identity());
        boolean touched =
                List.of("remove", "rename", "replace", "add", "append").stream()
                        .anyMatch(rule -> !config.document(rule).list("json").isEmpty());
        String type = answer.headers().get("Content-Type");
        if (!touched || type == null || !type.contains("application/json")) {
            return answer;
        }
        Map<?, ?> json = Json.object(answer.body());
        return json == null ? answer : answer.withBody(transformed(Document.of(json), config));
    }

    private static byte[] transformed(Document body, Document config) {
        new Members.OfDocument(body).apply(config, "json", UnaryOperator.identity());
        for (String rule : List.of("replace", "add", "append")) {
            List<Pair> pairs = Pairs.of(config, rule, "json");
            List<?> types = config.document(rule).list("json_types");
            for (int i = 0; i < Math.min(pairs.size(), types.size()); i++) {
                Pair pair = pairs.get(i);
                if (pair.value().equals(body.get(pair.name()))) {
                    body.put(pair.name(), typed(pair.value(), String.valueOf(types.get(i))));
                }
            }
        }
        return Json.bytes(body);
    }

    private static Object typed(String value, String type) {
        return switch (type) {
            case "number" -> new BigDecimal(value);
            case "boolean" -> Boolean.valueOf(value);
            default -> value;
        };
    }
}
