package io.silverback.kong.diff;

import com.fasterxml.jackson.databind.JsonNode;
import io.silverback.kong.catalogue.FieldRules;
import io.silverback.kong.state.Masking;

/**
 * One field that differs.
 *
 * @param path {@code weight}, {@code config.minute}
 * @param desired what it should be, a missing node for nothing; may be a secret
 * @param actual what it is; may be a secret
 */
public record FieldDifference(String path, JsonNode desired, JsonNode actual, FieldRules rules) {

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
