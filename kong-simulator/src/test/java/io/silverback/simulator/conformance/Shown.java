package io.silverback.simulator.conformance;

import io.silverback.simulator.schema.Document;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** All entities that a recording shows, and which page of it follows which. */
final class Shown {
    private static final Pattern ENDPOINT = Pattern.compile("/([\\w-]+)/\\{(\\w+)}");
    private static final List<String> IDENTITIES = List.of("id", "entity_id");

    private final Map<String, Map<?, ?>> pageByOffset = new HashMap<>();
    private final Map<String, List<Map<?, ?>>> byId = new HashMap<>();
    private final Map<String, String> collections = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();

    Shown(Recording recording) {
        for (Exchange exchange : recording.exchanges()) {
            Object body = Bodies.parsed(exchange.answer().body());
            String offset = Pages.query(exchange.asked().path()).get("offset");
            if (body instanceof Map<?, ?> page && offset != null) {
                pageByOffset.put(key(exchange.asked().path(), offset), page);
            }
            if (body instanceof Map<?, ?> page && page.get("data") instanceof List<?> list) {
                list.forEach(this::learnName);
                list.forEach(element -> note(exchange.asked().path(), element));
            } else {
                note("", body);
            }
        }
        byId.forEach(this::learnNames);
        byId.forEach(this::addTagRows);
    }

    private void learnNames(String id, List<Map<?, ?>> shown) {
        String collection = collections.get(id);
        for (Map<?, ?> row : shown) {
            if (collection != null && row.get("entity_name") instanceof String name) {
                names.put(collection, name);
            }
        }
    }

    /** What {@code /tags} can show of an entity that other answers showed. */
    private void addTagRows(String id, List<Map<?, ?>> shown) {
        String collection = String.valueOf(collections.get(id));
        String name = names.getOrDefault(collection, collection);
        List.copyOf(shown).stream()
                .map(entity -> entity.get("tags"))
                .filter(List.class::isInstance)
                .flatMap(tags -> ((List<?>) tags).stream())
                .map(tag -> Document.of("entity_id", id).with("tag", tag).with("entity_name", name))
                .forEach(shown::add);
    }

    /** What {@code /endpoints} calls the entities of a collection. */
    private void learnName(Object endpoint) {
        Matcher matcher = ENDPOINT.matcher(String.valueOf(endpoint));
        if (matcher.matches()) {
            names.putIfAbsent(matcher.group(1), matcher.group(2));
        }
    }

    private void note(String path, @Nullable Object value) {
        if (value instanceof Map<?, ?> entity && identity(entity) != null) {
            if (entity.containsKey("id")) {
                String collection = path.split("[?]", 2)[0].replaceAll("^.*/", "");
                collections.put(String.valueOf(identity(entity)), collection);
            }
            byId.computeIfAbsent(String.valueOf(identity(entity)), any -> new ArrayList<>())
                    .add(entity);
        }
    }

    private static @Nullable String identity(Map<?, ?> entity) {
        return IDENTITIES.stream()
                .map(entity::get)
                .filter(String.class::isInstance)
                .map(String::valueOf)
                .findFirst()
                .orElse(null);
    }

    /** The elements of a page and of those that follow it, as far as they were recorded. */
    record Walk(List<Object> elements, boolean complete) {}

    /** The same offset may lead on in several collections, and with several filters. */
    private static String key(String path, String offset) {
        Map<String, String> query = Pages.query(path);
        query.remove("size");
        query.remove("offset");
        return path.split("\\?", 2)[0] + query + offset;
    }

    Walk walk(String path, Map<?, ?> first) {
        List<Object> elements = new ArrayList<>();
        Map<?, ?> page = first;
        while (true) {
            elements.addAll((List<?>) Objects.requireNonNull(page.get("data")));
            Object offset = page.get("offset");
            if (page.get("next") == null) {
                return new Walk(elements, true);
            }
            Map<?, ?> next = pageByOffset.get(key(path, String.valueOf(offset)));
            if (next == null) {
                return new Walk(elements, false);
            }
            page = next;
        }
    }

    /** What the recording shows of the entity that is one of ours, newest last. */
    List<Map<?, ?>> everywhere(Object ours, Counterparts counterparts) {
        String id = ours instanceof Map<?, ?> entity ? identity(entity) : null;
        if (id == null) {
            return List.of();
        }
        String theirs = counterparts.recorded(id);
        return byId.getOrDefault(theirs == null ? id : theirs, List.of());
    }
}
