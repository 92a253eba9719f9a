package io.silverback.registry;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** The fields of one object in the registry file; knows its path and which fields were asked. */
final class Fields {

    private final Path file;
    private final String path;
    private final JsonNode node;
    private final Set<String> asked = new HashSet<>();

    Fields(Path file, String path, JsonNode node) {
        this.file = file;
        this.path = path;
        this.node = node;
        if (!node.isObject()) {
            throw refusal("must be an object with named fields");
        }
    }

    /** The named entries below a field; none when it is absent. */
    Map<String, Fields> section(String field) {
        Map<String, Fields> entries = new LinkedHashMap<>();
        object(field)
                .ifPresent(
                        section ->
                                section.node
                                        .properties()
                                        .forEach(e -> entries.put(e.getKey(), section.entry(e))));
        return entries;
    }

    private Fields entry(Map.Entry<String, JsonNode> entry) {
        return new Fields(file, pathOf(entry.getKey()), entry.getValue());
    }

    Optional<Fields> object(String field) {
        return value(field).map(value -> new Fields(file, pathOf(field), value));
    }

    List<Fields> objects(String field) {
        return list(field, (at, value) -> new Fields(file, at, value));
    }

    String text(String field) {
        return text(pathOf(field), required(field));
    }

    Optional<String> optionalText(String field) {
        return value(field).map(value -> text(pathOf(field), value));
    }

    List<String> texts(String field) {
        required(field);
        List<String> texts = list(field, this::text);
        if (texts.isEmpty()) {
            throw refusal(pathOf(field), "must not be empty");
        }
        return texts;
    }

    URI requiredUrl(String field) {
        return HttpUrl.parse(text(field), reason -> refusal(pathOf(field), reason));
    }

    Optional<URI> url(String field) {
        return value(field).map(value -> requiredUrl(field));
    }

    List<URI> urls(String field, boolean required) {
        if (required) {
            required(field);
        }
        List<URI> urls =
                list(field, (at, v) -> HttpUrl.parse(text(at, v), reason -> refusal(at, reason)));
        if (required && urls.isEmpty()) {
            throw refusal(pathOf(field), "must not be empty");
        }
        return urls;
    }

    InetSocketAddress address(String field, int port) {
        return ServerAddress.parse(text(field), port, why -> refusal(pathOf(field), why));
    }

    List<InetSocketAddress> addresses(String field, int port) {
        texts(field);
        return list(
                field, (at, v) -> ServerAddress.parse(text(at, v), port, why -> refusal(at, why)));
    }

    Path path(String field) {
        String text = text(field);
        try {
            return file.toAbsolutePath().resolveSibling(text).normalize();
        } catch (InvalidPathException e) {
            throw refusal(pathOf(field), "must be a path");
        }
    }

    Optional<Path> optionalPath(String field) {
        return value(field).map(value -> path(field));
    }

    Optional<Path> existingFile(String field) {
        Optional<Path> found = optionalPath(field);
        found.filter(candidate -> !Files.isRegularFile(candidate))
                .ifPresent(
                        missing -> {
                            throw refusal(pathOf(field), "names no file: " + missing);
                        });
        return found;
    }

    Optional<Duration> duration(String field) {
        return value(field)
                .map(v -> Durations.parse(v.asText(), why -> refusal(pathOf(field), why)));
    }

    /** Whether a field is true; false where it is absent. */
    boolean flag(String field) {
        Optional<JsonNode> value = value(field);
        if (value.isPresent() && !value.get().isBoolean()) {
            throw refusal(pathOf(field), "must be true or false");
        }
        return value.isPresent() && value.get().asBoolean();
    }

    <E extends Enum<E>> E oneOf(String field, Class<E> values) {
        String text = text(field);
        List<E> all = Arrays.asList(values.getEnumConstants());
        return all.stream()
                .filter(value -> value.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElseThrow(() -> refusal(pathOf(field), "must be one of " + lower(all)));
    }

    /** Refuses a {@code type} that is none of those known. */
    String type(List<String> known) {
        String type = text("type");
        if (!known.contains(type)) {
            throw refusal(
                    pathOf("type"),
                    "is unknown: \"" + type + "\"; known: " + String.join(", ", known));
        }
        return type;
    }

    String nameIn(String field, Set<String> known, String what) {
        String name = text(field);
        if (!known.contains(name)) {
            throw refusal(pathOf(field), "names no registered " + what + ": \"" + name + "\"");
        }
        return name;
    }

    /** This object as {@code {env: NAME}} or {@code {file: path}}. */
    SecretReference secret() {
        Optional<JsonNode> env = value("env");
        Optional<JsonNode> secretFile = value("file");
        refuseOthers();
        if (env.isPresent() == secretFile.isPresent()) {
            throw refusal("must be either {env: NAME} or {file: path}");
        }
        return env.isPresent()
                ? new SecretReference.Env(text("env"))
                : new SecretReference.File(path("file"));
    }

    /** To be called when everything known has been asked for. */
    void refuseOthers() {
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            if (!asked.contains(entry.getKey())) {
                throw refusal(pathOf(entry.getKey()), "is an unknown field");
            }
        }
    }

    RegistryException refusal(String reason) {
        return refusal(path, reason);
    }

    private RegistryException refusal(String at, String reason) {
        return new RegistryException(file, at, reason);
    }

    private <T> List<T> list(String field, BiFunction<String, JsonNode, T> element) {
        Optional<JsonNode> value = value(field);
        if (value.isPresent() && !value.get().isArray()) {
            throw refusal(pathOf(field), "must be a list");
        }
        List<T> list = new ArrayList<>();
        value.ifPresent(
                array -> array.forEach(v -> list.add(element.apply(pathOf(field) + at(list), v))));
        return list;
    }

    private static String at(Collection<?> before) {
        return "[" + before.size() + "]";
    }

    private String text(String at, JsonNode value) {
        if (!value.isTextual() || value.asText().isBlank()) {
            throw refusal(at, "must be text");
        }
        return value.asText();
    }

    private JsonNode required(String field) {
        return value(field).orElseThrow(() -> refusal(pathOf(field), "is missing"));
    }

    private Optional<JsonNode> value(String field) {
        asked.add(field);
        return Optional.ofNullable(node.get(field)).filter(value -> !value.isNull());
    }

    private String pathOf(String field) {
        return path.isEmpty() ? field : path + "." + field;
    }

    private static String lower(List<? extends Enum<?>> values) {
        return values.stream()
                .map(value -> value.name().toLowerCase(Locale.ROOT))
                .reduce((a, b) -> a + ", " + b)
                .orElse("");
    }
}
