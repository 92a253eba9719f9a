package io.silverback.kong.apply;

import io.silverback.kong.catalogue.Catalogue;
import io.silverback.kong.catalogue.Hold;
import io.silverback.kong.catalogue.KongVersion;
import io.silverback.kong.diff.Change;
import io.silverback.kong.diff.Diff;
import io.silverback.kong.state.DeclarativeState;
import io.silverback.kong.state.Entity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What does not serve before all that guards it is there: a service without its plugins would let
 * through what they refuse. Pure.
 */
public final class Holds {
    private final DeclarativeState actual;
    private final KongVersion version;
    private final Map<EntityKey, Entity> written = new HashMap<>();
    private final Map<EntityKey, List<Change>> guards = new HashMap<>();
    private final Map<EntityKey, List<Change>> leaving = new HashMap<>();
    private final List<Entity> unguarded = new ArrayList<>();

    private Holds(DeclarativeState actual, KongVersion version) {
        this.actual = actual;
        this.version = version;
    }

    /**
     * The holds of one diff.
     *
     * @param actual what the gateway had
     * @param version the gateway's
     */
    public static Holds of(Diff diff, DeclarativeState actual, KongVersion version) {
        Holds holds = new Holds(actual, version);
        diff.changes().forEach(holds::noteWritten);
        diff.changes().forEach(holds::noteGuard);
        diff.changes().forEach(holds::judge);
        return holds;
    }

    /** What would be held back, but this version of the gateway can't: it serves half-done. */
    public List<Entity> unguarded() {
        return List.copyOf(unguarded);
    }

    /** What must be there before the change's entity serves; empty: it need not be held back. */
    List<Change> guards(Change change) {
        return needsHold(change)
                ? guards.getOrDefault(EntityKey.of(change.entity()), List.of())
                : List.of();
    }

    /** What must not go before the change's entity, which is deleted, has ended to serve. */
    List<Change> leaving(Change change) {
        Hold hold = change.entity().kind().hold();
        return change instanceof Change.Delete
                        && hold != null
                        && hold.in(version)
                        && hold.serves(change.entity().fields())
                ? leaving.getOrDefault(EntityKey.of(change.entity()), List.of())
                : List.of();
    }

    private void noteWritten(Change change) {
        boolean between =
                change.entity().kind().fields().references().values().stream()
                        .anyMatch(reference -> hold(reference.type()).isPresent());
        if (between && !(change instanceof Change.Delete)) {
            written.put(EntityKey.of(change.entity()), change.entity());
        }
    }

    private void noteGuard(Change change) {
        if (change.entity().kind().guards()) {
            Set<EntityKey> guarded = new LinkedHashSet<>();
            collectGuarded(change.entity(), guarded);
            Map<EntityKey, List<Change>> noted = change instanceof Change.Delete ? leaving : guards;
            guarded.forEach(key -> noted.computeIfAbsent(key, k -> new ArrayList<>()).add(change));
        }
    }

    private void judge(Change change) {
        if (!guards(change).isEmpty() && !holdOf(change).in(version)) {
            guards.remove(EntityKey.of(change.entity()));
            unguarded.add(change.entity());
        }
    }

    /** What the entity refers to, itself or through what it refers to, and can be held back. */
    private void collectGuarded(Entity entity, Set<EntityKey> guarded) {
        EntityKey.references(entity).forEach(key -> collectGuarded(key, guarded));
    }

    private void collectGuarded(EntityKey key, Set<EntityKey> guarded) {
        if (hold(key.type()).isPresent()) {
            guarded.add(key);
        } else {
            find(key).ifPresent(entity -> collectGuarded(entity, guarded));
        }
    }

    private Optional<Entity> find(EntityKey key) {
        return Optional.ofNullable(written.get(key)).or(() -> actual.find(key.type(), key.id()));
    }

    /** What serves already is not cut off; what shall not serve stays as it is. */
    private static boolean needsHold(Change change) {
        Hold hold = change.entity().kind().hold();
        if (hold == null
                || change instanceof Change.Delete
                || !hold.serves(change.entity().fields())) {
            return false;
        }
        return !(change instanceof Change.Update update) || !hold.serves(update.actual().fields());
    }

    private static Hold holdOf(Change change) {
        return hold(change.entity().type()).orElseThrow();
    }

    private static Optional<Hold> hold(String type) {
        return Catalogue.kong().find(type).flatMap(known -> Optional.ofNullable(known.hold()));
    }
}
