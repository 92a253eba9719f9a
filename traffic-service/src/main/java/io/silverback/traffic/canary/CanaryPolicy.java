package io.silverback.traffic.canary;

import io.silverback.contracts.CutoverRequested;
import io.silverback.contracts.CutoverRequested.Step;
import io.silverback.contracts.CutoverRequested.Window;
import io.silverback.traffic.router.Weight;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a plan says of a cutover's steps. Pure: the time comes in. */
public record CanaryPolicy(
        List<Step> steps,
        Duration minimumWait,
        long minimumRequests,
        Duration soak,
        @Nullable Window window) {

    public CanaryPolicy {
        steps = List.copyOf(steps);
    }

    /** The policy of a requested cutover. */
    public static CanaryPolicy of(CutoverRequested request) {
        return new CanaryPolicy(
                request.steps(),
                request.minimumWait(),
                request.minimumRequests(),
                request.soak(),
                request.window());
    }

    /** How many requests on green are asked for before {@code standing} may be left. */
    public long needed(Standing standing) {
        return standing.weight().isZero() ? 0 : minimumRequests;
    }

    /** The weight of a step, counted from 1; nothing at 0. */
    Weight weight(int step) {
        return step == 0 ? Weight.ZERO : new Weight(steps.get(step - 1).weight());
    }

    /** Whether no step comes after it. */
    boolean isLast(int step) {
        return step >= steps.size();
    }

    /** Whether somebody must agree before {@code step} is taken. */
    boolean hasGate(int step) {
        return steps.get(step - 1).gate();
    }

    /** The highest step that asks for no more than {@code weight}. */
    int stepAt(Weight weight) {
        int step = 0;
        while (step < steps.size() && !weight.isBelow(weight(step + 1))) {
            step++;
        }
        return step;
    }

    /** Whether the step has lasted long enough; before the first nothing is waited for. */
    boolean hasWaited(Standing standing, Instant now) {
        Duration least = standing.step() == 0 ? Duration.ZERO : minimumWait;
        return !now.isBefore(standing.since().plus(least));
    }

    /** Whether green has been watched long enough with all of the traffic. */
    boolean hasSoaked(Standing standing, Instant now) {
        return !now.isBefore(standing.since().plus(soak));
    }

    /** Whether steps forward are allowed now; steps back always are. */
    boolean allowsForward(Instant now) {
        if (window == null) {
            return true;
        }
        ZonedDateTime local = now.atZone(window.zone());
        return window.days().contains(local.getDayOfWeek())
                && !local.toLocalTime().isBefore(window.from())
                && local.toLocalTime().isBefore(window.to());
    }
}
