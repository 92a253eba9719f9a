package io.silverback.kong.diff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.silverback.kong.catalogue.FieldRules;
import io.silverback.kong.state.Entity;
import io.silverback.kong.state.Masking;
import java.util.List;
import java.util.function.BiFunction;

/**
 * One field that differs.
 *
 * @param path {@code weight}, {@code config.minute}
 * @param desired what it should be, a missing node for nothing; may be a secret
 * @param actual what it is; may be a secret
 */
public record FieldDifference(String path, JsonNode desired, JsonNode actual, FieldRules rules) {
    private static final JsonNode NONE = MissingNode.getInstance();

    /** All fields of what comes. */
    static List<FieldDifference> created(Entity entity) {
        return of(entity, (field, value) -> new FieldDifference(field, value, NONE, rules(entity)));
    }

    /** All fields of what goes. */
    static List<FieldDifference> deleted(Entity entity) {
        return of(entity, (field, value) -> new FieldDifference(field, NONE, value, rules(entity)));
    }

    private static List<FieldDifference> of(
            Entity entity, BiFunction<String, JsonNode, FieldDifference> difference) {
        return entity.fields().properties().stream()
                .filter(field -> !field.getKey().equals("id"))
                .filter(field -> !rules(entity).isIgnored(field.getKey()))
                .map(field -> difference.apply(field.getKey(), field.getValue()))
                .toList();
    }

    private static FieldRules rules(Entity entity) {
        return entity.kind().fields();
    }

    /** The top-level field. */
    public String field() {
        int dot = path.indexOf('.');
        return dot < 0 ? path : path.substring(0, dot);
    }

    /** The desired value as it may be shown. */
    public String shownDesired() {
        return shown(desired);
    }

    /** The actual value as it may be shown. */
    public String shownActual() {
        return shown(actual);
    }

    private String shown(JsonNode value) {
        return value.isMissingNode() ? "nothing" : Masking.masked(rules, path, value).toString();
    }

    @Override
    public String toString() {
        return path + ": " + shownActual() + " -> " + shownDesired();
    }
}
