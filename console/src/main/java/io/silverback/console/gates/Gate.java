package io.silverback.console.gates;

import io.silverback.console.facts.Facts;
import io.silverback.console.facts.Heard;
import io.silverback.console.facts.Slot;
import io.silverback.contracts.GoNoGo;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A gate as it stands.
 *
 * @param subject the migration's workspace or the cutover's name
 * @param approvals who said go on the evidence that the gate shows
 */
public record Gate(
        String subjectId,
        String subject,
        GoNoGo.Gate gate,
        @Nullable Integer step,
        GoNoGo.Status status,
        int approvers,
        List<Approval> approvals,
        Map<String, String> evidence,
        String evidenceHash,
        @Nullable String by,
        @Nullable String why,
        Instant openedAt,
        @Nullable Instant decidedAt) {

    /** One person's go. */
    public record Approval(String by, Instant at) {}

    public Gate {
        approvals = List.copyOf(approvals);
        evidence = new TreeMap<>(evidence);
    }

    /** Every gate of a subject that was ever opened or decided, the oldest first. */
    public static List<Gate> of(String subject, Facts facts, List<Vote> votes) {
        Map<String, List<Heard<GoNoGo>>> byGate = new TreeMap<>();
        for (Heard<GoNoGo> heard : facts.all(Slot.GATE, GoNoGo.class)) {
            Integer step = heard.event().step();
            byGate.computeIfAbsent(
                            Slot.gate(heard.event().gate(), step == null ? 0 : step),
                            key -> new ArrayList<>())
                    .add(heard);
        }
        return byGate.values().stream().map(events -> of(subject, events, votes)).toList();
    }

    /** This gate once {@code actor} has spoken: decided, or with one approval more. */
    public Gate after(GoNoGo.Status said, String actor, @Nullable String because) {
        List<Approval> heard = new ArrayList<>(approvals);
        if (said == GoNoGo.Status.GO && heard.stream().noneMatch(a -> a.by().equals(actor))) {
            heard.add(new Approval(actor, Instant.now()));
        }
        boolean decided = said == GoNoGo.Status.NO_GO || heard.size() >= approvers;
        return new Gate(
                subjectId,
                subject,
                gate,
                step,
                decided ? said : status,
                approvers,
                heard,
                evidence,
                evidenceHash,
                decided ? actor : by,
                decided ? because : why,
                openedAt,
                decided ? Instant.now() : decidedAt);
    }

    private static Gate of(String subject, List<Heard<GoNoGo>> events, List<Vote> votes) {
        Heard<GoNoGo> first = events.get(0);
        Heard<GoNoGo> last = events.get(events.size() - 1);
        Heard<GoNoGo> opened =
                events.stream()
                        .filter(heard -> heard.event().status() == GoNoGo.Status.OPEN)
                        .findFirst()
                        .orElse(first);
        Optional<Heard<GoNoGo>> decision = decision(opened, events);
        GoNoGo shown = opened.event();
        return new Gate(
                shown.subjectId(),
                subject,
                shown.gate(),
                shown.step(),
                decision.map(d -> d.event().status()).orElse(GoNoGo.Status.OPEN),
                shown.approvers(),
                votes.stream()
                        .filter(vote -> vote.isOn(shown))
                        .map(vote -> new Approval(vote.by(), vote.at()))
                        .toList(),
                shown.evidence().isEmpty() ? last.event().evidence() : shown.evidence(),
                shown.evidenceHash(),
                decision.map(d -> d.event().by()).orElse(null),
                decision.map(d -> d.event().why()).orElse(null),
                opened.at(),
                decision.map(Heard::at).orElse(null));
    }

    /** A go or no-go on other evidence than the gate's is void; a closing never is. */
    private static Optional<Heard<GoNoGo>> decision(
            Heard<GoNoGo> opened, List<Heard<GoNoGo>> events) {
        return events.stream()
                .filter(heard -> heard.event().status() != GoNoGo.Status.OPEN)
                .filter(
                        heard ->
                                heard.event().evidenceHash().equals(opened.event().evidenceHash())
                                        || (heard.event().status() == GoNoGo.Status.CLOSED
                                                && heard.at().isAfter(opened.at())))
                .findFirst();
    }
}
