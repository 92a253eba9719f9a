package io.silverback.simulator.conformance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** All entities that a recording shows, and which page of it follows which. */
final class Shown {
    private static final List<String> IDENTITIES = List.of("id", "entity_id");

    private final Map<String, Map<?, ?>> pageByOffset = new HashMap<>();
    private final Map<String, List<Map<?, ?>>> byId = new HashMap<>();

    Shown(Recording recording) {
        for (Exchange exchange : recording.exchanges()) {
            Object body = Bodies.parsed(exchange.answer().body());
            String offset = Pages.query(exchange.asked().path()).get("offset");
            if (body instanceof Map<?, ?> page && offset != null) {
                pageByOffset.put(offset, page);
            }
            if (body instanceof Map<?, ?> page && page.get("data") instanceof List<?> list) {
                list.forEach(this::note);
            } else {
                note(body);
            }
        }
    }

    private void note(@Nullable Object value) {
        if (value instanceof Map<?, ?> entity && identity(entity) != null) {
            byId.computeIfAbsent(identity(entity), any -> new ArrayList<>()).add(entity);
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

    Walk walk(Map<?, ?> first) {
        List<Object> elements = new ArrayList<>();
        Map<?, ?> page = first;
        while (true) {
            elements.addAll((List<?>) Objects.requireNonNull(page.get("data")));
            Object offset = page.get("offset");
            if (page.get("next") == null) {
                return new Walk(elements, true);
            }
            Map<?, ?> next = pageByOffset.get(String.valueOf(offset));
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
