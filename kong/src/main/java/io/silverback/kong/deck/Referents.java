package io.silverback.kong.deck;

import io.silverback.kong.catalogue.Reference;
import io.silverback.kong.spill.Line;
import io.silverback.kong.spill.Lines;
import io.silverback.kong.spill.Scratch;
import io.silverback.kong.spill.Spool;
import io.silverback.kong.state.Entity;
import io.silverback.kong.state.SpilledState;
import java.io.Closeable;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What each entity's references point to, asked for in the order of the entities. */
final class Referents implements Closeable {
    private static final String THERE = "0";
    private static final String ASKED = "1";
    private static final String NAMED = "=";

    private final Spool answers;
    private final Lines lines;
    private @Nullable Line next;

    private Referents(Spool answers) throws IOException {
        this.answers = answers;
        this.lines = answers.read();
        this.next = lines.readNext();
    }

    /** Joins entities with those that refer to them, by sorting. */
    static Referents of(SpilledState state, Scratch scratch) throws IOException {
        Spool questions = scratch.spool();
        state.forEach((line, entity) -> ask(questions, entity));
        Spool sorted = questions.sorted();
        Spool answers = scratch.spool();
        try (Lines lines = sorted.read()) {
            answer(lines, answers);
        }
        sorted.discard();
        return new Referents(answers.sorted());
    }

    /** By field: the referents that are there, with their names. */
    Map<String, Optional<String>> of(Line entity) throws IOException {
        Map<String, Optional<String>> found = new HashMap<>();
        while (next != null && next.isBeside(entity, SpilledState.WHICH)) {
            Optional<String> name = Optional.of(next.value()).filter(v -> v.startsWith(NAMED));
            found.put(next.key().get(SpilledState.WHICH), name.map(v -> v.substring(1)));
            next = lines.readNext();
        }
        return found;
    }

    private static void ask(Spool questions, Entity entity) throws IOException {
        questions.add(
                new Line(
                        List.of(entity.type(), entity.id(), THERE),
                        entity.name().map(NAMED::concat).orElse("")));
        for (Map.Entry<String, Reference> one : entity.kind().fields().references().entrySet()) {
            Optional<String> id = entity.reference(one.getKey());
            if (id.isPresent()) {
                List<String> from = SpilledState.key(entity.type(), entity.id());
                questions.add(
                        new Line(
                                List.of(
                                        one.getValue().type(),
                                        id.get(),
                                        ASKED,
                                        from.get(0),
                                        from.get(1),
                                        from.get(2),
                                        one.getKey()),
                                ""));
            }
        }
    }

    private static void answer(Lines questions, Spool answers) throws IOException {
        Line there = null;
        for (Line line = questions.readNext(); line != null; line = questions.readNext()) {
            if (line.key().get(2).equals(THERE)) {
                there = line;
            } else if (there != null && line.isBeside(there, 2)) {
                answers.add(new Line(line.key().subList(3, 7), there.value()));
            }
        }
    }

    @Override
    public void close() throws IOException {
        lines.close();
        answers.discard();
    }
}
