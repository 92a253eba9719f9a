package io.silverback.console.gates;

import io.silverback.contracts.GoNoGo;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Pure decisions at a gate: what is published when it opens or somebody speaks. */
public final class Ballot {

    /** Who decides where no person is asked. */
    public static final String CRITERIA = "criteria";

    private Ballot() {}

    /** A gate that asks no person is decided at once: its owner opens it only when it may. */
    public static Optional<GoNoGo> onOpened(GoNoGo opened) {
        return opened.status() == GoNoGo.Status.OPEN && opened.approvers() == 0
                ? Optional.of(decision(opened, GoNoGo.Status.GO, CRITERIA, "its criteria are met"))
                : Optional.empty();
    }

    /** One no-go decides; goes decide when as many different people as asked have said so. */
    public static Optional<GoNoGo> onSpoken(
            GoNoGo opened,
            GoNoGo.Status said,
            Set<String> saidGo,
            String by,
            @Nullable String why) {
        if (said == GoNoGo.Status.NO_GO) {
            return Optional.of(decision(opened, said, by, why));
        }
        return saidGo.size() >= opened.approvers()
                ? Optional.of(decision(opened, GoNoGo.Status.GO, everybody(saidGo, by), why))
                : Optional.empty();
    }

    private static String everybody(Set<String> saidGo, String by) {
        return saidGo.size() <= 1 ? by : String.join(",", saidGo.stream().sorted().toList());
    }

    private static GoNoGo decision(
            GoNoGo opened, GoNoGo.Status status, String by, @Nullable String why) {
        return new GoNoGo(
                opened.subjectId(),
                opened.planId(),
                opened.planHash(),
                opened.gate(),
                opened.step(),
                status,
                opened.approvers(),
                opened.evidence(),
                opened.evidenceHash(),
                by,
                why);
    }
}
