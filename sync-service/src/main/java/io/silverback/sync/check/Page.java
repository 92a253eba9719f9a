package io.silverback.sync.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.silverback.kong.catalogue.EntityType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The first page of a collection, against the shape that we rely on. Pure. */
record Page(JsonNode answer) {

    boolean isOne() {
        JsonNode data = answer.path("data");
        return data.isArray() || (data.isObject() && data.isEmpty());
    }

    Optional<JsonNode> row() {
        return Optional.ofNullable(answer.path("data").get(0));
    }

    Optional<String> rowId() {
        return row().map(row -> row.path("id").asText("")).filter(id -> !id.isEmpty());
    }

    /** Where its first row is otherwise; one sentence each, without values. */
    List<String> differences(EntityType type) {
        List<String> found = new ArrayList<>();
        row().ifPresent(row -> compare(row, type, found));
        return found;
    }

    private static void compare(JsonNode row, EntityType type, List<String> found) {
        for (String field : type.fields().identity()) {
            expect(row.has(field), "a row has no " + field, found);
        }
        if (type.fields().identity().isEmpty()) {
            expect(row.path("id").isTextual(), "a row has no id", found);
        }
        for (String field : type.fields().references().keySet()) {
            boolean shaped = !row.hasNonNull(field) || row.path(field).path("id").isTextual();
            expect(shaped, "a row's " + field + " is not of the form {id}", found);
        }
        String ends = row.path("ttl").isMissingNode() || row.path("ttl").isNull() ? "" : "ttl";
        expect(ends.isEmpty() || row.path(ends).isNumber(), "a row's ttl is no number", found);
    }

    private static void expect(boolean held, String otherwise, List<String> found) {
        if (!held) {
            found.add(otherwise);
        }
    }
}
