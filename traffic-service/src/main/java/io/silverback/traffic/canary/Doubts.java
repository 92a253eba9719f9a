package io.silverback.traffic.canary;

import io.silverback.traffic.health.Doubt;
import io.silverback.traffic.health.Verdict;
import java.time.Instant;
import java.util.Optional;

/** Which doubts hold a cutover. */
final class Doubts {

    private Doubts() {}

    /** What holds at once, however short the step has lasted. */
    static Optional<Hold> urgent(Verdict verdict, Instant now) {
        Doubt doubt = verdict.doubt();
        return doubt == Doubt.SILENT || doubt == Doubt.DEGRADED || doubt == Doubt.BEHIND
                ? ofHealth(verdict, now)
                : Optional.empty();
    }

    /** What holds when the step could end. */
    static Optional<Hold> any(Verdict verdict, Instant now, CanaryPolicy policy) {
        return ofHealth(verdict, now).or(() -> ofWindow(now, policy));
    }

    /** What the evidence has against a step. */
    static Optional<Hold> ofHealth(Verdict verdict, Instant now) {
        return kind(verdict.doubt()).map(kind -> new Hold(kind, verdict.reason(), now));
    }

    static Hold ofRouter(Refusal refusal) {
        String why = "router %s refuses: %s".formatted(refusal.router(), refusal.why());
        return new Hold(Hold.Kind.ROUTER, why, refusal.at());
    }

    private static Optional<Hold> ofWindow(Instant now, CanaryPolicy policy) {
        return policy.allowsForward(now)
                ? Optional.empty()
                : Optional.of(new Hold(Hold.Kind.WINDOW, "outside the plan's window", now));
    }

    private static Optional<Hold.Kind> kind(Doubt doubt) {
        return switch (doubt) {
            case NONE, UNHEARD -> Optional.empty();
            case TOO_FEW -> Optional.of(Hold.Kind.TOO_FEW);
            case UNCLEAR -> Optional.of(Hold.Kind.UNCLEAR);
            case DEGRADED -> Optional.of(Hold.Kind.DEGRADED);
            case BEHIND -> Optional.of(Hold.Kind.BEHIND);
            case SILENT -> Optional.of(Hold.Kind.SILENT);
        };
    }
}
