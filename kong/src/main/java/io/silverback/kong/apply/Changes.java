package io.silverback.kong.apply;

import io.silverback.kong.spill.Line;
import io.silverback.kong.spill.Lines;
import io.silverback.kong.spill.Scratch;
import io.silverback.kong.spill.Spool;
import io.silverback.kong.state.RunningFingerprint;
import io.silverback.kong.state.SpilledState;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Names what became of entities between two readings, without secrets. */
final class Changes {
    private Changes() {}

    /** One sentence for each entity of these collections. */
    static List<String> in(Contents contents, List<Collection> changed, Scratch scratch)
            throws IOException {
        Set<String> paths = changed.stream().map(Collection::path).collect(Collectors.toSet());
        Spool sorted;
        try (Lines both = contents.lastTwo(paths)) {
            sorted = scratch.sort(both);
        }
        List<String> changes = new ArrayList<>();
        try (Lines lines = sorted.read()) {
            Line line = lines.readNext();
            while (line != null) {
                Line next = lines.readNext();
                if (next != null && next.isBeside(line, SpilledState.WHICH)) {
                    addChange(changes, line, next);
                    next = lines.readNext();
                } else {
                    changes.add(
                            label(line)
                                    + (contents.isLast(line) ? " was created" : " was deleted"));
                }
                line = next;
            }
        }
        return changes;
    }

    private static void addChange(List<String> changes, Line before, Line now) {
        if (!fingerprint(before).equals(fingerprint(now))) {
            changes.add(label(now) + " was changed");
        }
    }

    private static String label(Line line) {
        return SpilledState.entity(line).label();
    }

    private static String fingerprint(Line line) {
        return RunningFingerprint.of(List.of(SpilledState.entity(line)));
    }
}
