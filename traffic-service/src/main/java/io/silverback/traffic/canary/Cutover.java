package io.silverback.traffic.canary;

import io.silverback.contracts.CutoverRequested;
import io.silverback.contracts.CutoverRequested.Member;
import io.silverback.traffic.router.Weight;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One cutover as it is on record.
 *
 * @param generations that have passed, by migration
 * @param version rises with each change
 */
public record Cutover(
        CutoverRequested request, Map<String, Long> generations, Canary canary, long version) {

    public Cutover {
        generations = Map.copyOf(generations);
    }

    /** Its id. */
    public String id() {
        return request.cutoverId();
    }

    /** What the plan says of its steps. */
    public CanaryPolicy policy() {
        return CanaryPolicy.of(request);
    }

    /** What green gets, on record. */
    public Weight weight() {
        return canary.weight();
    }

    /** The step it stands at, while it is on its way. */
    public Optional<Standing> standing() {
        return canary instanceof OnTheWay way ? Optional.of(way.standing()) : Optional.empty();
    }

    /** Whether green may be getting traffic because of it. */
    public boolean mayServe() {
        return canary instanceof Retreating || canary instanceof OnTheWay way && way.mayServe();
    }

    /** Whether nothing of it runs any more. */
    public boolean hasEnded() {
        return canary instanceof Ended;
    }

    /** Ids of its migrations and of {@code _estate}'s. */
    public List<String> migrationIds() {
        return Stream.concat(
                        request.migrations().stream().map(Member::migrationId),
                        Stream.of(request.estateMigrationId()))
                .toList();
    }

    /**
     * Whether {@code subjectId} is the cutover itself, or a migration without which it can't be.
     */
    public boolean concerns(String subjectId) {
        return id().equals(subjectId) || migrationIds().contains(subjectId);
    }

    /** Whether {@code generations} are of dumps that newer ones have replaced. */
    public boolean isPast(Map<String, Long> older) {
        return older.entrySet().stream()
                .anyMatch(e -> generations.getOrDefault(e.getKey(), 0L) > e.getValue());
    }
}
