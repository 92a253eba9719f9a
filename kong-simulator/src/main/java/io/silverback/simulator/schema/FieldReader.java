package io.silverback.simulator.schema;

import io.silverback.simulator.schema.Field.Type;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads fields from a resource, in the long form (an object) or the short one ({@code
 * boolean!=false}).
 */
final class FieldReader {
    private static final Pattern SHORT = Pattern.compile("(\\w+)(!?)(?:=(.*))?", Pattern.DOTALL);

    private FieldReader() {}

    static Map<String, Field> fields(Map<?, ?> declared) {
        Map<String, Field> fields = new LinkedHashMap<>();
        declared.forEach(
                (name, value) ->
                        fields.put(String.valueOf(name), field(String.valueOf(name), value)));
        return fields;
    }

    static Field field(String name, @Nullable Object declared) {
        return declared instanceof Map<?, ?> map
                ? longForm(name, Document.of(map))
                : longForm(name, expanded(String.valueOf(declared)));
    }

    private static Document expanded(String shorthand) {
        Matcher matcher = SHORT.matcher(shorthand);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("Not a field: " + shorthand);
        }
        Document document = Document.of("type", matcher.group(1));
        document.put("required", !matcher.group(2).isEmpty());
        String value = matcher.group(3);
        if (value != null) {
            document.put("default", valueOf(matcher.group(1), value));
        }
        return document;
    }

    private static Object valueOf(String type, String text) {
        return switch (type) {
            case "boolean" -> Boolean.valueOf(text);
            case "integer" -> Integer.valueOf(text);
            case "number" ->
                    text.contains(".")
                            ? (Object) new BigDecimal(text).doubleValue()
                            : Integer.valueOf(text);
            default -> text;
        };
    }

    private static Field longForm(String name, Document declared) {
        Type type = Type.valueOf(String.valueOf(declared.get("type")).toUpperCase(Locale.ROOT));
        return new Field(
                name,
                type,
                declared.isTrue("required"),
                declared.get("default"),
                declared.isTrue("unique"),
                declared.isTrue("uniqueEverywhere"),
                declared.text("auto"),
                declared.list("oneOf"),
                declared.list("notOneOf"),
                declared.list("between").stream().map(Number.class::cast).toList(),
                declared.get("gt") instanceof Number above ? above : null,
                (int) declared.number("lenMin", 1),
                declared.list("rules").stream().map(String::valueOf).toList(),
                declared.isTrue("referenceable"),
                declared.containsKey("elements") ? field(name, declared.get("elements")) : null,
                declared.containsKey("values") ? field(name, declared.get("values")) : null,
                fields(declared.document("fields")),
                declared.containsKey("reference") ? String.valueOf(declared.get("reference")) : "",
                declared.isTrue("cascade"));
    }

    static List<String> texts(List<?> list) {
        return list.stream().map(String::valueOf).toList();
    }
}
