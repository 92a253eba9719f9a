package io.silverback.traffic.canary;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A gate is open: the cutover's own at step 0, later that of the next step. */
public record AwaitingGo(Standing standing, Opening opening) implements OnTheWay {

    @Override
    public String state() {
        return "awaiting-go";
    }

    @Override
    public Decision calm(Judgement judgement, CanaryPolicy policy) {
        return Decision.keep();
    }

    @Override
    public Decision passed(Opening newer) {
        if (standing.step() > 0 || newer.hash().equals(opening.hash())) {
            return Decision.keep();
        }
        return Decision.become(
                new AwaitingGo(standing, newer), new Announcement.GateOpened(null, newer));
    }

    @Override
    public Decision staled(String why) {
        return standing.step() > 0 ? Decision.keep() : Decision.become(new Waiting());
    }

    @Override
    public Decision decided(GateDecision decision) {
        if (!isThisGate(decision.step()) || !decision.evidenceHash().equals(opening.hash())) {
            return Decision.keep();
        }
        return decision.go() ? onwards(decision) : rollback(noGo(decision));
    }

    private Decision onwards(GateDecision decision) {
        return standing.step() == 0
                ? Decision.become(new Shifting(at(decision), 0))
                : Decision.become(new Shifting(standing, standing.step() + 1));
    }

    private Standing at(GateDecision decision) {
        return new Standing(0, standing.weight(), decision.at());
    }

    private static Cause noGo(GateDecision decision) {
        String why = decision.why() == null ? "" : ": " + decision.why();
        return new Cause("no-go" + why, decision.by(), decision.at(), null, List.of());
    }

    private boolean isThisGate(@Nullable Integer step) {
        return standing.step() == 0 ? step == null : step != null && step == standing.step() + 1;
    }

    @Override
    public Decision confirmed(Confirmation confirmation, CanaryPolicy policy) {
        return Decision.keep();
    }

    @Override
    public Decision refused(Refusal refusal) {
        return Decision.keep();
    }

    @Override
    public Decision ordered(Order order, CanaryPolicy policy) {
        return Decision.refuse("a gate is open: decide it with go or no-go");
    }
}
