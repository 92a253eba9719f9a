package io.silverback.kong.diff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.silverback.kong.catalogue.FieldRules;
import io.silverback.kong.state.Canonical;
import io.silverback.kong.state.Entity;
import io.silverback.kong.state.Intake;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Compares two entities by what they mean: sets as sets, defaults filled in, hashes left out. */
public final class Comparison {
    private static final double SAME_MOMENT = 2;
    private static final double SAME_STAMP = 0.0011;

    private final FieldRules rules;
    private final List<FieldDifference> differences = new ArrayList<>();

    private Comparison(FieldRules rules) {
        this.rules = rules;
    }

    /** What differs, field by field. */
    public static List<FieldDifference> of(Entity desired, Entity actual) {
        Comparison comparison = new Comparison(desired.kind().fields());
        comparison.fields(desired, actual);
        return List.copyOf(comparison.differences);
    }

    private void fields(Entity desired, Entity actual) {
        Set<String> names = new LinkedHashSet<>();
        desired.fields().fieldNames().forEachRemaining(names::add);
        actual.fields().fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            if (isCompared(name, desired, actual)) {
                compare(name, desired.fields().path(name), actual.fields().path(name));
            }
        }
    }

    private boolean isCompared(String name, Entity desired, Entity actual) {
        return !name.equals("id")
                && !rules.isIgnored(name)
                && !rules.isHashed(name, desired.fields())
                && !rules.isHashed(name, actual.fields())
                && (!name.equals("created_at") || desired.fields().has(name));
    }

    private void compare(String name, JsonNode desired, JsonNode actual) {
        if (name.equals(Intake.EXPIRES_AT)) {
            numbers(name, desired, actual, SAME_MOMENT);
        } else if (name.equals("created_at")) {
            numbers(name, desired, actual, SAME_STAMP);
        } else if (rules.references().containsKey(name)) {
            note(name, desired, actual, desired.path("id").equals(actual.path("id")));
        } else {
            values(name, desired, actual, rules.defaults().path(name));
        }
    }

    private void values(String path, JsonNode desired, JsonNode actual, JsonNode otherwise) {
        JsonNode wanted = desired.isMissingNode() ? otherwise : desired;
        JsonNode found = actual.isMissingNode() ? otherwise : actual;
        if (wanted.isObject() && found.isObject()) {
            members(path, wanted, found, otherwise);
        } else {
            note(path, wanted, found, isSame(path, wanted, found));
        }
    }

    /** What a record leaves out is the gateway's to fill in. */
    private void members(String path, JsonNode desired, JsonNode actual, JsonNode otherwise) {
        Set<String> names = new LinkedHashSet<>();
        desired.fieldNames().forEachRemaining(names::add);
        actual.fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            boolean said = desired.has(name) || otherwise.has(name) || isMap(path);
            if (said) {
                String member = path + "." + name;
                values(member, desired.path(name), actual.path(name), otherwise.path(name));
            }
        }
    }

    /** Maps have no defaults: what is not there is not there. */
    private boolean isMap(String path) {
        return rules.sets().contains(path + ".*");
    }

    private boolean isSame(String path, JsonNode desired, JsonNode actual) {
        if (isNothing(desired) && isNothing(actual)) {
            return true;
        }
        if (isEmpty(desired) && isEmpty(actual)) {
            return !rules.emptyMatters().contains(path) || isNothing(desired) == isNothing(actual);
        }
        if (desired.isNumber() && actual.isNumber()) {
            return Double.compare(desired.asDouble(), actual.asDouble()) == 0;
        }
        return Canonical.of(rules, path, desired).equals(Canonical.of(rules, path, actual));
    }

    private void numbers(String path, JsonNode desired, JsonNode actual, double tolerance) {
        boolean both = desired.isNumber() && actual.isNumber();
        boolean same =
                both
                        ? Math.abs(desired.asDouble() - actual.asDouble()) <= tolerance
                        : isNothing(desired) && isNothing(actual);
        note(path, desired, actual, same);
    }

    private void note(String path, JsonNode desired, JsonNode actual, boolean same) {
        if (!same) {
            differences.add(new FieldDifference(path, present(desired), present(actual), rules));
        }
    }

    private static JsonNode present(JsonNode value) {
        return isNothing(value) ? MissingNode.getInstance() : value;
    }

    private static boolean isNothing(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }

    private static boolean isEmpty(JsonNode value) {
        return isNothing(value) || (value.isContainerNode() && value.isEmpty());
    }
}
