package io.silverback.kong;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.silverback.kong.catalogue.Catalogue;
import io.silverback.kong.state.DeclarativeState;
import io.silverback.kong.state.Entity;
import io.silverback.kong.state.Intake;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Entities for tests. */
public final class Samples {
    public static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
                    .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
                    .build();

    private Samples() {}

    public static ObjectNode json(String text) {
        try {
            return (ObjectNode) JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** An entity of this type; its id is made of {@code number} unless the text has one. */
    public static Entity entity(String type, int number, String text) {
        ObjectNode fields = json(text);
        fields.put("id", id(number));
        return Intake.entity(Catalogue.kong().type(type), fields, NOW);
    }

    public static String id(int number) {
        return new UUID(0, number).toString();
    }

    public static String ref(int number) {
        return "{id:'" + id(number) + "'}";
    }

    public static DeclarativeState state(Entity... entities) {
        return new DeclarativeState("payments", List.of(entities));
    }
}
