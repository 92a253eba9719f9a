package io.silverback.traffic.canary;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.silverback.traffic.router.Weight;

/**
 * Where a cutover stands. Each state answers each input with a decision; none does anything.
 *
 * <p>A step towards green is on record ({@link Raising}) before a router is told; whatever leads
 * back to blue may be done first and recorded after.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Waiting.class, name = "waiting"),
    @JsonSubTypes.Type(value = AwaitingGo.class, name = "awaiting-go"),
    @JsonSubTypes.Type(value = Raising.class, name = "raising"),
    @JsonSubTypes.Type(value = Shifting.class, name = "shifting"),
    @JsonSubTypes.Type(value = Holding.class, name = "holding"),
    @JsonSubTypes.Type(value = Soaking.class, name = "soaking"),
    @JsonSubTypes.Type(value = Completed.class, name = "completed"),
    @JsonSubTypes.Type(value = RollingBack.class, name = "rolling-back"),
    @JsonSubTypes.Type(value = Stuck.class, name = "stuck"),
    @JsonSubTypes.Type(value = RolledBack.class, name = "rolled-back")
})
public sealed interface Canary permits Waiting, OnTheWay, Retreating, Ended {

    /** The plan's word for this state. */
    @JsonIgnore
    String state();

    /** What the routers must show; a raise that nobody confirmed doesn't count yet. */
    @JsonIgnore
    Weight weight();

    /** All migrations of the newest generation have passed. */
    Decision passed(Opening opening);

    /** What had passed has not: blue or green were changed, or a newer dump was made. */
    Decision staled(String why);

    /** A gate was decided. */
    Decision decided(GateDecision decision);

    /** A verdict on what is seen of green. */
    Decision judged(Judgement judgement, CanaryPolicy policy);

    /** What the routers were found to give, after a restart or any time later. */
    Decision found(Found found, CanaryPolicy policy);

    /** The routers show what is on record. */
    Decision confirmed(Confirmation confirmation, CanaryPolicy policy);

    /** A router did not do what is on record. */
    Decision refused(Refusal refusal);

    /** Somebody or something wants the traffic on blue. */
    Decision rollback(Cause cause);

    /** An operator wants something. */
    Decision ordered(Order order, CanaryPolicy policy);
}
