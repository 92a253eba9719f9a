package io.silverback.simulator.admin;

import java.util.Map;

/** What {@code enforce_rbac} asks rights for. */
enum Enforcement {
    ENDPOINTS,
    ENTITIES,
    BOTH;

    /** By the setting of a node: {@code on}, {@code entity} or {@code both}. */
    static Enforcement of(Map<String, Object> settings) {
        return switch (String.valueOf(settings.get("enforce_rbac"))) {
            case "entity" -> ENTITIES;
            case "both" -> BOTH;
            default -> ENDPOINTS;
        };
    }

    boolean ofEndpoints() {
        return this != ENTITIES;
    }

    boolean ofEntities() {
        return this != ENDPOINTS;
    }
}
