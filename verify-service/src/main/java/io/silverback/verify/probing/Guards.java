package io.silverback.verify.probing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * Which plugin of a name stands before a route: the route's own, its service's, or a global one.
 */
final class Guards {

    private final List<JsonNode> plugins;

    Guards(List<JsonNode> plugins) {
        this.plugins =
                plugins.stream()
                        .filter(plugin -> plugin.path("enabled").asBoolean(true))
                        .filter(plugin -> reference(plugin, "consumer").isEmpty())
                        .toList();
    }

    /** The configuration of plugin {@code name} that holds on {@code route}; empty without one. */
    Optional<JsonNode> on(JsonNode route, String name) {
        String routeId = route.path("id").asText();
        String serviceId = reference(route, "service").orElse("");
        return find(name, routeId, serviceId)
                .or(() -> find(name, routeId, ""))
                .or(() -> find(name, "", serviceId))
                .or(() -> find(name, "", ""))
                .map(plugin -> plugin.path("config"));
    }

    private Optional<JsonNode> find(String name, String routeId, String serviceId) {
        return plugins.stream()
                .filter(plugin -> plugin.path("name").asText().equals(name))
                .filter(plugin -> reference(plugin, "route").orElse("").equals(routeId))
                .filter(plugin -> reference(plugin, "service").orElse("").equals(serviceId))
                .findFirst();
    }

    static Optional<String> reference(JsonNode entity, String field) {
        JsonNode id = entity.path(field).path("id");
        return id.isTextual() ? Optional.of(id.asText()) : Optional.empty();
    }
}
