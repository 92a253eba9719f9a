package io.silverback.traffic.canary;

import io.silverback.contracts.CanaryAdvanced;
import io.silverback.contracts.CanaryHeld;
import io.silverback.contracts.CutoverCompleted;
import io.silverback.contracts.CutoverRequested.Member;
import io.silverback.contracts.Event;
import io.silverback.contracts.GoNoGo;
import io.silverback.contracts.MigrationEnded;
import io.silverback.contracts.RolledBack;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts announcements into the events that the topics carry. */
public final class Announcements {

    /** An event with the key and the subject under which it is published. */
    public record Said(String key, String subject, Event event) {}

    private Announcements() {}

    /** The events that tell {@code announcement} about {@code cutover}, in order. */
    public static List<Said> of(Cutover cutover, Announcement announcement) {
        if (announcement instanceof Announcement.GateOpened gate) {
            return List.of(said(cutover, gate(cutover, gate)));
        }
        if (announcement instanceof Announcement.Advanced advanced) {
            return List.of(said(cutover, advanced(cutover, advanced)));
        }
        if (announcement instanceof Announcement.Held held) {
            return List.of(said(cutover, held(cutover, held)));
        }
        if (announcement instanceof Announcement.GivenBack back) {
            return ended(
                    cutover,
                    rolledBack(cutover, back.cause(), back.routers(), false),
                    MigrationEnded.Outcome.ROLLED_BACK,
                    back.cause().reason());
        }
        return ended(cutover, completed(cutover), MigrationEnded.Outcome.COMPLETED, null);
    }

    /** What is said of a way back, in earnest or as a drill. */
    public static RolledBack rolledBack(
            Cutover cutover, Cause cause, List<RolledBack.RouterOutcome> routers, boolean drill) {
        return new RolledBack(
                cutover.id(),
                cutover.request().name(),
                cutover.request().planHash(),
                cutover.generations(),
                routers,
                cause.at(),
                cause.reason(),
                cause.requestedBy(),
                drill);
    }

    /** The end of one migration of the cutover, or of {@code _estate}. */
    public static Said ended(
            Cutover cutover, Member member, MigrationEnded.Outcome outcome, @Nullable String why) {
        return new Said(
                member.migrationId(),
                member.workspace(),
                new MigrationEnded(
                        member.migrationId(),
                        member.workspace(),
                        cutover.request().planHash(),
                        cutover.generations().getOrDefault(member.migrationId(), 0L),
                        outcome,
                        null,
                        why));
    }

    private static List<Said> ended(
            Cutover cutover, Event fact, MigrationEnded.Outcome outcome, @Nullable String why) {
        return Stream.concat(
                        Stream.of(said(cutover, fact)),
                        cutover.request().migrations().stream()
                                .map(member -> ended(cutover, member, outcome, why)))
                .toList();
    }

    private static Said said(Cutover cutover, Event event) {
        return new Said(cutover.id(), cutover.request().name(), event);
    }

    private static GoNoGo gate(Cutover cutover, Announcement.GateOpened gate) {
        return new GoNoGo(
                cutover.id(),
                cutover.request().planId(),
                cutover.request().planHash(),
                gate.step() == null ? GoNoGo.Gate.CUTOVER : GoNoGo.Gate.STEP,
                gate.step(),
                GoNoGo.Status.OPEN,
                cutover.request().gate().approvers(),
                gate.opening().evidence(),
                gate.opening().hash(),
                null,
                null);
    }

    private static CanaryAdvanced advanced(Cutover cutover, Announcement.Advanced advanced) {
        return new CanaryAdvanced(
                cutover.id(),
                cutover.request().name(),
                cutover.request().planHash(),
                cutover.generations(),
                advanced.from().percent(),
                advanced.standing().weight().percent(),
                advanced.standing().step(),
                cutover.request().steps().size(),
                advanced.evidence());
    }

    private static CanaryHeld held(Cutover cutover, Announcement.Held held) {
        return new CanaryHeld(
                cutover.id(),
                cutover.request().name(),
                cutover.request().planHash(),
                cutover.generations(),
                held.weight().percent(),
                held.status(),
                held.why(),
                held.router());
    }

    private static CutoverCompleted completed(Cutover cutover) {
        return new CutoverCompleted(
                cutover.id(),
                cutover.request().name(),
                cutover.request().planHash(),
                cutover.generations());
    }
}
