package io.silverback.sync.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.silverback.kong.catalogue.FieldRules;
import io.silverback.kong.catalogue.Reference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** An entity's schema as a gateway shows it, against the fields that we rely on. Pure. */
final class Schema {
    private final Map<String, JsonNode> fields = new HashMap<>();

    /**
     * A schema.
     *
     * @param shown the answer of {@code /schemas/<entity>}
     */
    Schema(JsonNode shown) {
        for (JsonNode field : shown.path("fields")) {
            field.properties().forEach(one -> fields.put(one.getKey(), one.getValue()));
        }
    }

    /** Fields that we use by name. */
    static Set<String> reliedOn(FieldRules rules) {
        Set<String> names = new TreeSet<>(rules.references().keySet());
        names.addAll(rules.secrets());
        names.addAll(rules.hashed().keySet());
        names.addAll(rules.required());
        names.addAll(rules.emptyMatters());
        rules.unique().forEach(names::addAll);
        rules.sets().forEach(path -> names.add(path.split("\\.")[0]));
        rules.defaults().fieldNames().forEachRemaining(names::add);
        if (rules.key() != null) {
            names.add(rules.key());
        }
        return names;
    }

    /** Fields without which an entity can't be told from another, or written. */
    private static Set<String> essential(FieldRules rules) {
        Set<String> names = new TreeSet<>(rules.required());
        rules.unique().forEach(fields -> names.add(fields.get(0)));
        if (rules.key() != null) {
            names.add(rules.key());
        }
        return names;
    }

    /** Fields that this gateway does not have, and that it can be used without. */
    Set<String> unseen(FieldRules rules) {
        Set<String> names = reliedOn(rules);
        names.removeAll(essential(rules));
        names.removeAll(fields.keySet());
        return names;
    }

    /** Where the gateway is otherwise; one sentence each. */
    List<String> differences(FieldRules rules) {
        List<String> found = new ArrayList<>();
        essential(rules).stream()
                .filter(name -> !fields.containsKey(name))
                .forEach(name -> found.add("its schema has no field " + name));
        rules.references().forEach((name, to) -> compareReference(name, to, found));
        rules.defaults()
                .properties()
                .forEach(one -> compareDefault(one.getKey(), one.getValue(), found));
        return found;
    }

    private void compareReference(String name, Reference to, List<String> found) {
        JsonNode field = fields.get(name);
        String type = field == null ? "" : field.path("reference").asText("");
        if (!type.isEmpty() && !type.equals(to.type())) {
            found.add("its " + name + " refers to " + type + ", not to " + to.type());
        }
    }

    /** A schema that names no default says nothing of it. */
    private void compareDefault(String name, JsonNode value, List<String> found) {
        JsonNode field = fields.getOrDefault(name, JsonNodeFactory.instance.objectNode());
        JsonNode shown = field.get("default");
        if (shown != null && !shown.asText().equals(value.asText())) {
            found.add("the default of its " + name + " is " + shown + ", not " + value);
        }
    }
}
