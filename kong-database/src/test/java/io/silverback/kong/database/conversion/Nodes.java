package io.silverback.kong.database.conversion;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.silverback.kong.database.row.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** Converted values in the form in which rows are recorded. */
public final class Nodes {

    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private Nodes() {}

    public static JsonNode of(Object value) {
        if (value instanceof Json json) {
            return numbers(parse(json.text()));
        }
        if (value instanceof Instant moment) {
            return JsonNodeFactory.instance.textNode(moment.toString());
        }
        if (value instanceof List<?> list) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            list.forEach(item -> array.add(of(item)));
            return array;
        }
        return numbers(MAPPER.valueToTree(value));
    }

    /** The same with moments in one form and numbers as they compare. */
    public static JsonNode recorded(JsonNode value) {
        if (value.isTextual()
                && value.asText().matches("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+(Z|\\+00:00)")) {
            return of(Instant.parse(value.asText().replace("+00:00", "Z")));
        }
        return numbers(value);
    }

    private static JsonNode numbers(JsonNode value) {
        if (value.isNumber()) {
            BigDecimal number = value.decimalValue().stripTrailingZeros();
            return JsonNodeFactory.withExactBigDecimals(true).numberNode(number);
        }
        if (value.isArray()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            value.forEach(item -> array.add(numbers(item)));
            return array;
        }
        if (value.isObject()) {
            var object = JsonNodeFactory.instance.objectNode();
            value.fields().forEachRemaining(f -> object.set(f.getKey(), numbers(f.getValue())));
            return object;
        }
        return value.isTextual() ? withoutNewlineAfterRemovedKey(value) : value;
    }

    /** The recordings' own trace: where a private key was removed, its last newline may be left. */
    private static JsonNode withoutNewlineAfterRemovedKey(JsonNode text) {
        return JsonNodeFactory.instance.textNode(
                text.asText().replaceFirst("^(PRIVATE-KEY-REMOVED-\\d+)\n$", "$1"));
    }

    private static JsonNode parse(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
