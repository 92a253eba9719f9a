package io.silverback.kong.deck;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.silverback.kong.state.DeclarativeState;
import io.silverback.kong.state.Entity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Reads decK's file, with or without ids, and says everything that is wrong with it at once. */
public final class DeckReader {
    private static final Set<String> FORMATS = Set.of("1.1", "3.0");

    private final String file;
    private final Instant at;
    private final UnaryOperator<String> environment;

    private DeckReader(String file, Instant at, UnaryOperator<String> environment) {
        this.file = file;
        this.at = at;
        this.environment = environment;
    }

    /**
     * A reader of {@code file} that leaves <code>${{ env "DECK_X" }}</code> as text.
     *
     * @param at the moment from which the file counts what is left of a ttl
     */
    public static DeckReader of(String file, Instant at) {
        return new DeckReader(file, at, UnaryOperator.identity());
    }

    /** A reader that puts the variables' values in place of <code>${{ env "DECK_X" }}</code>. */
    public DeckReader resolving(DeckEnvironment variables) {
        return new DeckReader(file, at, text -> variables.resolve(file, text));
    }

    /**
     * What the text says.
     *
     * @throws DeckException with line and column for a syntax error, else with entity and field
     */
    public DeckFile read(String text) {
        ObjectNode document = DeckYaml.read(file, environment.apply(text));
        List<String> problems = new ArrayList<>();
        String format = document.path("_format_version").asText();
        if (!FORMATS.contains(format)) {
            problems.add("_format_version is '" + format + "', neither 1.1 nor 3.0");
        }
        String workspace = document.path("_workspace").asText("default");
        List<String> selectTags = selectTags(document);
        DeckElements sections =
                new DeckElements(workspace, at, SharedSettings.of(document, problems), problems);
        List<DeckElement> elements = sections.collect(document);
        elements.forEach(one -> SelectTags.add(selectTags, one.type(), one.fields()));
        List<Entity> entities = new DeckReferences(elements, problems).resolve();
        problems.addAll(Duplicates.in(entities));
        if (!problems.isEmpty()) {
            throw new DeckException(file, problems);
        }
        return new DeckFile(
                format, selectTags, new DeclarativeState(workspace, entities), sections.leftOut());
    }

    private static List<String> selectTags(ObjectNode document) {
        List<String> tags = new ArrayList<>();
        Optional.of(document.path("_info").path("select_tags"))
                .filter(JsonNode::isArray)
                .ifPresent(list -> list.forEach(tag -> tags.add(tag.asText())));
        return tags;
    }
}
