package io.silverback.kong.deck;

import io.silverback.kong.spill.Line;
import io.silverback.kong.spill.Lines;
import io.silverback.kong.spill.Scratch;
import io.silverback.kong.spill.Spool;
import io.silverback.kong.state.Entity;
import io.silverback.kong.state.UniqueKey;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Finds entities that no gateway could hold at once, among more than fit into memory. */
final class Uniqueness {
    private static final int FIELDS = 1;
    private static final int SAME = 3;

    private final Spool keys;

    Uniqueness(Scratch scratch) {
        keys = scratch.spool();
    }

    void add(Entity entity) throws IOException {
        keys.add(new Line(List.of(entity.type(), "id", entity.id(), ""), entity.label()));
        for (UniqueKey key : UniqueKey.of(entity)) {
            List<String> line =
                    List.of(entity.type(), key.fields().toString(), key.values(), entity.id());
            keys.add(new Line(line, entity.label()));
        }
    }

    /** Two at a time, both named. */
    List<String> violations() throws IOException {
        List<String> found = new ArrayList<>();
        Spool sorted = keys.sorted();
        Line first = null;
        try (Lines lines = sorted.read()) {
            for (Line line = lines.readNext(); line != null; line = lines.readNext()) {
                if (first != null && line.isBeside(first, SAME)) {
                    found.add(violation(first, line));
                } else {
                    first = line;
                }
            }
        }
        sorted.discard();
        return found;
    }

    private static String violation(Line first, Line second) {
        String fields = first.key().get(FIELDS);
        return first.value()
                + " and "
                + second.value()
                + (fields.equals("id") ? " have the same id" : " share " + fields);
    }
}
