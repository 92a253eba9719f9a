package io.silverback.console.cutovers;

import io.silverback.console.facts.Facts;
import io.silverback.console.facts.Heard;
import io.silverback.console.facts.Slot;
import io.silverback.contracts.CanaryAdvanced;
import java.util.List;

/** The steps that a cutover took. */
final class Advances {

    private Advances() {}

    /** Those of the newest generation, the first step first. */
    static List<Heard<CanaryAdvanced>> newest(Facts facts) {
        List<Heard<CanaryAdvanced>> all = facts.all(Slot.ADVANCED, CanaryAdvanced.class);
        long newest = all.stream().mapToLong(Heard::generation).max().orElse(0);
        return all.stream()
                .filter(heard -> heard.generation() == newest)
                .sorted((a, b) -> Integer.compare(a.event().step(), b.event().step()))
                .toList();
    }
}
