package io.silverback.kong.database.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.silverback.kong.database.row.Json;
import io.silverback.kong.database.row.TargetRow;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What Kong's own schema refuses although its tables take it. Measured on 3.3.1: one such row, and
 * all data planes keep their old configuration in silence.
 */
final class SchemaRules {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Map<String, List<String>> MATCHERS =
            Map.of(
                    "http", List.of("methods", "hosts", "headers", "paths"),
                    "https", List.of("methods", "hosts", "headers", "paths", "snis"),
                    "grpc", List.of("hosts", "headers", "paths"),
                    "grpcs", List.of("hosts", "headers", "paths", "snis"),
                    "tcp", List.of("sources", "destinations"),
                    "udp", List.of("sources", "destinations"),
                    "tls", List.of("sources", "destinations", "snis"),
                    "tls_passthrough", List.of("snis"));
    private static final Set<String> COUNTING = Set.of("rate-limiting", "response-ratelimiting");

    private final GreenMode mode;

    SchemaRules(GreenMode mode) {
        this.mode = mode;
    }

    /** Why Kong would refuse the row. */
    Optional<String> refusal(String table, TargetRow row) {
        return switch (table) {
            case "routes" -> route(row);
            case "plugins" -> plugin(row);
            case "consumers" ->
                    row.get("username") == null && row.get("custom_id") == null
                            ? Optional.of("neither username nor custom_id")
                            : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<String> route(TargetRow row) {
        if (row.get("expression") != null || !(row.get("protocols") instanceof List<?> protocols)) {
            return Optional.empty();
        }
        boolean matches =
                protocols.stream()
                        .map(protocol -> MATCHERS.get(protocol.toString()))
                        .anyMatch(m -> m == null || m.stream().anyMatch(c -> isSet(row.get(c))));
        return matches
                ? Optional.empty()
                : Optional.of("no matcher for its protocols " + protocols);
    }

    private Optional<String> plugin(TargetRow row) {
        if (mode == GreenMode.TRADITIONAL || !(row.get("config") instanceof Json config)) {
            return Optional.empty();
        }
        String name = String.valueOf(row.get("name"));
        if (COUNTING.contains(name) && "cluster".equals(text(config, "policy"))) {
            return Optional.of("policy cluster is refused by a control plane");
        }
        return name.equals("acme") && "shm".equals(text(config, "storage"))
                ? Optional.of("storage shm is refused by a control plane")
                : Optional.empty();
    }

    private static boolean isSet(@Nullable Object value) {
        return value instanceof Collection<?> list
                ? !list.isEmpty()
                : value != null && !(value instanceof Json json && json.text().equals("{}"));
    }

    private static @Nullable String text(Json config, String field) {
        try {
            JsonNode value = MAPPER.readTree(config.text()).get(field);
            return value == null ? null : value.asText();
        } catch (JsonProcessingException e) {
            return null;
        }
    }
}
