package io.silverback.console.facts;

import io.silverback.contracts.Event;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What was heard of one subject; the same facts whatever the order in which events came. */
public final class Facts {

    /** Of a subject that nothing was heard of. */
    public static final Facts NONE = new Facts(Map.of());

    private final Map<String, Fact> bySlot;

    private Facts(Map<String, Fact> bySlot) {
        this.bySlot = bySlot;
    }

    /** The facts of one subject; of two in one slot the newer counts. */
    public static Facts of(Collection<Fact> facts) {
        Map<String, Fact> bySlot = new TreeMap<>();
        facts.forEach(fact -> bySlot.merge(fact.slot(), fact, Facts::newer));
        return new Facts(bySlot);
    }

    /** The facts of each subject, by its id. */
    public static Map<String, Facts> bySubject(Collection<Fact> facts) {
        Map<String, Map<String, Fact>> bySubject = new HashMap<>();
        for (Fact fact : facts) {
            bySubject
                    .computeIfAbsent(fact.subjectId(), id -> new TreeMap<>())
                    .merge(fact.slot(), fact, Facts::newer);
        }
        Map<String, Facts> result = new HashMap<>();
        bySubject.forEach((id, slots) -> result.put(id, new Facts(slots)));
        return result;
    }

    /** What was heard in {@code slot}. */
    public <E extends Event> Optional<Heard<E>> heard(String slot, Class<E> type) {
        return Optional.ofNullable(bySlot.get(slot)).flatMap(fact -> heard(fact, type));
    }

    /** What was heard in all slots that start with {@code prefix}, oldest first. */
    public <E extends Event> List<Heard<E>> all(String prefix, Class<E> type) {
        return bySlot.values().stream()
                .filter(fact -> fact.slot().startsWith(prefix))
                .flatMap(fact -> heard(fact, type).stream())
                .sorted(Comparator.comparing(Heard<E>::at))
                .toList();
    }

    /** The generation in {@code slot}, 0 when nothing was heard. */
    public long generation(String slot) {
        Fact fact = bySlot.get(slot);
        return fact == null ? 0 : fact.generation();
    }

    /** When the fact in {@code slot} was appended. */
    public Optional<Instant> at(String slot) {
        return Optional.ofNullable(bySlot.get(slot)).map(Fact::at);
    }

    private static <E extends Event> Optional<Heard<E>> heard(Fact fact, Class<E> type) {
        return type.isInstance(fact.event())
                ? Optional.of(new Heard<>(type.cast(fact.event()), fact.generation(), fact.at()))
                : Optional.empty();
    }

    private static Fact newer(Fact a, Fact b) {
        return Comparator.comparingLong(Fact::generation).thenComparing(Fact::at).compare(a, b) > 0
                ? a
                : b;
    }
}
