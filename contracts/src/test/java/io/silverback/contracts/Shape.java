package io.silverback.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The JSON Schema of records, as the AsyncAPI document must have it, without its prose. */
final class Shape {
    private static final Map<Type, String> PLAIN =
            Map.ofEntries(
                    Map.entry(String.class, "string"),
                    Map.entry(URI.class, "string uri"),
                    Map.entry(Instant.class, "string date-time"),
                    Map.entry(Duration.class, "string duration"),
                    Map.entry(LocalTime.class, "string time"),
                    Map.entry(ZoneId.class, "string"),
                    Map.entry(BigDecimal.class, "number"),
                    Map.entry(Double.class, "number"),
                    Map.entry(double.class, "number"),
                    Map.entry(int.class, "integer"),
                    Map.entry(Integer.class, "integer"),
                    Map.entry(long.class, "integer"),
                    Map.entry(Long.class, "integer"),
                    Map.entry(boolean.class, "boolean"));

    private final Map<String, JsonNode> schemas = new TreeMap<>();

    /** The schemas of {@code type} and of all that it refers to, by simple name. */
    static Map<String, JsonNode> of(Stream<Class<? extends Event>> types) {
        Shape shape = new Shape();
        types.forEach(shape::define);
        return shape.schemas;
    }

    private void define(Class<?> type) {
        if (schemas.containsKey(name(type))) {
            return;
        }
        ObjectNode schema = EventMapper.JSON.createObjectNode();
        schemas.put(name(type), schema);
        if (type.isEnum()) {
            defineEnum(schema, type);
        } else {
            defineRecord(schema, type);
        }
    }

    private static void defineEnum(ObjectNode schema, Class<?> type) {
        schema.put("type", "string");
        Stream.of(type.getEnumConstants()).forEach(one -> schema.withArray("/enum").add(word(one)));
    }

    private void defineRecord(ObjectNode schema, Class<?> type) {
        schema.put("type", "object");
        for (RecordComponent component : type.getRecordComponents()) {
            if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                schema.withArray("/required").add(component.getName());
            }
        }
        ObjectNode properties = schema.putObject("properties");
        for (RecordComponent component : type.getRecordComponents()) {
            AnnotatedType annotated = component.getAnnotatedType();
            boolean optional = annotated.isAnnotationPresent(Nullable.class);
            properties.set(component.getName(), value(component.getGenericType(), optional));
        }
    }

    private JsonNode value(Type type, boolean optional) {
        ObjectNode schema = EventMapper.JSON.createObjectNode();
        String plain = PLAIN.get(type);
        if (plain != null) {
            String[] words = plain.split(" ");
            putType(schema, words[0], optional);
            if (words.length > 1) {
                schema.put("format", words[1]);
            }
        } else if (type instanceof ParameterizedType generic) {
            container(schema, generic, optional);
        } else {
            reference(schema, (Class<?>) type, optional);
        }
        return schema;
    }

    private void container(ObjectNode schema, ParameterizedType generic, boolean optional) {
        Type[] arguments = generic.getActualTypeArguments();
        if (generic.getRawType().equals(List.class)) {
            putType(schema, "array", optional);
            schema.set("items", value(arguments[0], false));
        } else {
            putType(schema, "object", optional);
            schema.set("additionalProperties", value(arguments[1], false));
        }
    }

    private void reference(ObjectNode schema, Class<?> type, boolean optional) {
        define(type);
        String target = "#/components/schemas/" + name(type);
        if (optional) {
            schema.withArray("/oneOf").addObject().put("$ref", target);
            schema.withArray("/oneOf").addObject().put("type", "null");
        } else {
            schema.put("$ref", target);
        }
    }

    private static void putType(ObjectNode schema, String type, boolean optional) {
        if (optional) {
            schema.putArray("type").add(type).add("null");
        } else {
            schema.put("type", type);
        }
    }

    private static String name(Class<?> type) {
        Class<?> owner = type.getEnclosingClass();
        return owner == null ? type.getSimpleName() : owner.getSimpleName() + type.getSimpleName();
    }

    private static String word(Object constant) {
        String name = ((Enum<?>) constant).name();
        try {
            JsonProperty word =
                    constant.getClass().getField(name).getAnnotation(JsonProperty.class);
            return word == null ? name : word.value();
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }
}
