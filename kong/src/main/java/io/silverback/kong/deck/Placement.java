package io.silverback.kong.deck;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.silverback.kong.catalogue.Catalogue;
import io.silverback.kong.catalogue.DeckSection;
import io.silverback.kong.spill.Line;
import io.silverback.kong.spill.Lines;
import io.silverback.kong.spill.Scratch;
import io.silverback.kong.spill.Spool;
import io.silverback.kong.state.Entity;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds each element's place in the file: the places of all it is nested in, then section, name and
 * id. In the order of their places, elements stand as the file has them.
 */
final class Placement {
    private static final Set<String> PARENTS = parents();
    private static final String PARENT = "0";
    private static final String CHILD = "1";
    private static final int WHICH = 2;

    private final Scratch scratch;
    private final Spool placed;
    private Spool open;
    private int waiting;

    Placement(Scratch scratch) {
        this.scratch = scratch;
        placed = scratch.spool();
        open = scratch.spool();
    }

    /**
     * Takes one element.
     *
     * @param parent the reference to what it is nested in; empty: it stands on top
     */
    void add(Entity entity, DeckSection section, Optional<String> parent, ObjectNode element)
            throws IOException {
        String name = entity.name().map("0"::concat).orElse("1");
        List<String> step = List.of(section.name(), name, entity.id());
        if (parent.isEmpty()) {
            place(entity.type(), step, element.toString());
            return;
        }
        List<String> key = new ArrayList<>();
        key.add(DeckFields.referenced(entity.kind(), parent.get()));
        key.add(entity.reference(parent.get()).orElseThrow());
        key.add(CHILD);
        key.addAll(step);
        open.add(new Line(key, entity.type() + " " + element));
        waiting++;
    }

    /** Elements in the order of their places; without those whose parents have none. */
    Spool sorted() throws IOException {
        boolean more = true;
        while (waiting > 0 && more) {
            more = placeChildren();
        }
        open.close();
        open.discard();
        return placed.sorted();
    }

    private boolean placeChildren() throws IOException {
        int before = waiting;
        Spool sorted = open.sorted();
        open = scratch.spool();
        Line parent = null;
        try (Lines lines = sorted.read()) {
            for (Line line = lines.readNext(); line != null; line = lines.readNext()) {
                if (line.key().get(WHICH).equals(PARENT)) {
                    parent = line;
                } else if (parent != null && line.isBeside(parent, WHICH)) {
                    place(parent, line);
                } else {
                    open.add(line);
                }
            }
        }
        sorted.discard();
        return waiting < before;
    }

    private void place(Line parent, Line child) throws IOException {
        List<String> place = new ArrayList<>(behind(parent));
        place.addAll(behind(child));
        int end = child.value().indexOf(' ');
        place(child.value().substring(0, end), place, child.value().substring(end + 1));
        waiting--;
    }

    private static List<String> behind(Line line) {
        return line.key().subList(WHICH + 1, line.key().size());
    }

    private void place(String type, List<String> place, String element) throws IOException {
        placed.add(new Line(place, element));
        if (PARENTS.contains(type)) {
            List<String> key = new ArrayList<>(List.of(type, place.get(place.size() - 1), PARENT));
            key.addAll(place);
            open.add(new Line(key, ""));
        }
    }

    private static Set<String> parents() {
        return Catalogue.kong().types().stream()
                .flatMap(
                        type ->
                                DeckElements.under(type).stream()
                                        .map(field -> DeckFields.referenced(type, field)))
                .collect(Collectors.toUnmodifiableSet());
    }
}
