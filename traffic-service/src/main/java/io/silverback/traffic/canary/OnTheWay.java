package io.silverback.traffic.canary;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.silverback.contracts.CanaryHeld.Status;
import io.silverback.contracts.Evidence;
import io.silverback.traffic.router.Weight;
import java.util.List;

/** Between the first passed test and 100 % for good: illness and rollbacks end all of these. */
public sealed interface OnTheWay extends Canary
        permits AwaitingGo, Raising, Shifting, Holding, Soaking {

    /** The step that was reached and confirmed. */
    Standing standing();

    /** What a verdict means that does not call green ill. */
    Decision calm(Judgement judgement, CanaryPolicy policy);

    @Override
    @JsonIgnore
    default Weight weight() {
        return standing().weight();
    }

    /** Whether green may have traffic, so that illness must act. */
    @JsonIgnore
    default boolean mayServe() {
        return !weight().isZero();
    }

    @Override
    default Decision judged(Judgement judgement, CanaryPolicy policy) {
        if (!judgement.verdict().isUnhealthy()) {
            return calm(judgement, policy);
        }
        return mayServe() ? rollback(ill(judgement)) : unfit(judgement);
    }

    private static Cause ill(Judgement judgement) {
        Evidence evidence = judgement.verdict().evidence();
        return new Cause(evidence.reason(), "traffic", judgement.at(), evidence, List.of());
    }

    /** What it means that green is called ill before it gets any traffic. */
    default Decision unfit(Judgement judgement) {
        return Decision.keep();
    }

    @Override
    default Decision passed(Opening opening) {
        return Decision.keep();
    }

    @Override
    default Decision staled(String why) {
        return Decision.keep();
    }

    @Override
    default Decision found(Found found, CanaryPolicy policy) {
        return found.weight().isBelow(weight()) ? adopt(found, policy) : Decision.keep();
    }

    /** What a router was found to give becomes the record, and stays until an operator resumes. */
    default Decision adopt(Found found, CanaryPolicy policy) {
        String why =
                "router %s was found at %s, on record is %s: set by hand"
                        .formatted(found.router(), found.weight(), weight());
        Standing lower = new Standing(policy.stepAt(found.weight()), found.weight(), found.at());
        return holding(lower, new Hold(Hold.Kind.BY_HAND, why, found.at()));
    }

    @Override
    default Decision rollback(Cause cause) {
        return Decision.become(new RollingBack(cause));
    }

    /** The decision to stand still, said once. */
    static Decision holding(Standing standing, Hold hold) {
        return Decision.become(
                new Holding(standing, hold),
                new Announcement.Held(standing.weight(), Status.HELD, hold.why(), null));
    }
}
