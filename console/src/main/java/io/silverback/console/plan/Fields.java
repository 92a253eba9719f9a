package io.silverback.console.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The fields of one object of the plan; knows which were asked for, so that others are errors. */
final class Fields {

    private final String path;
    private final JsonNode node;
    private final Findings findings;
    private final Set<String> asked = new HashSet<>();

    Fields(String path, JsonNode node, Findings findings) {
        this.path = path;
        this.node = node;
        this.findings = findings;
    }

    Optional<Field> field(String name) {
        asked.add(name);
        return Optional.ofNullable(node.get(name))
                .filter(value -> !value.isNull())
                .map(value -> new Field(pathOf(name), value, findings));
    }

    /** The field, or an error and nothing. */
    Optional<Field> required(String name) {
        Optional<Field> field = field(name);
        if (field.isEmpty()) {
            findings.error(pathOf(name), "is missing");
        }
        return field;
    }

    String requiredText(String name) {
        return required(name).flatMap(Field::text).orElse("");
    }

    <T> T or(String name, Function<Field, Optional<T>> reading, T otherwise) {
        return field(name).flatMap(reading).orElse(otherwise);
    }

    /** The object below; without it an empty one, so that every default applies. */
    Fields object(String name) {
        return field(name)
                .flatMap(Field::object)
                .orElseGet(
                        () ->
                                new Fields(
                                        pathOf(name),
                                        JsonNodeFactory.instance.objectNode(),
                                        findings));
    }

    /** The elements of a list that may be left out. */
    List<Field> elements(String name) {
        return field(name).map(Field::elements).orElse(List.of());
    }

    /** The objects of a list that may be left out. */
    List<Fields> objects(String name) {
        return elements(name).stream().map(Field::object).flatMap(Optional::stream).toList();
    }

    /** To be called when everything known has been asked for. */
    void refuseOthers() {
        node.fieldNames()
                .forEachRemaining(
                        name -> {
                            if (!asked.contains(name)) {
                                findings.error(pathOf(name), "is an unknown field");
                            }
                        });
    }

    String pathOf(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    String path() {
        return path;
    }

    JsonNode node() {
        return node;
    }

    Findings findings() {
        return findings;
    }
}
