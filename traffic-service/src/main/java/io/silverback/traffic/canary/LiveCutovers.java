package io.silverback.traffic.canary;

import io.silverback.contracts.CutoverRequested;
import io.silverback.contracts.HealthEvent;
import io.silverback.traffic.health.HealthConfig;
import io.silverback.traffic.health.RuntimeLag;
import io.silverback.traffic.health.Watch;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** All cutovers that have not ended, in the memory of every instance. */
@ApplicationScoped
public class LiveCutovers {

    private final Map<String, LiveCutover> byId = new ConcurrentHashMap<>();
    private final HealthConfig health;
    private final Clock clock;

    LiveCutovers(HealthConfig health, Clock clock) {
        this.health = health;
        this.clock = clock;
    }

    /** Remembers the newer of what is known and what is given. */
    public LiveCutover follow(Cutover cutover) {
        LiveCutover live = byId.computeIfAbsent(cutover.id(), id -> begin(cutover));
        live.refresh(cutover);
        return live;
    }

    /** Follows all of these, and forgets the others. */
    public void follow(Collection<Cutover> unfinished) {
        unfinished.forEach(this::follow);
        byId.keySet().retainAll(unfinished.stream().map(Cutover::id).collect(Collectors.toSet()));
    }

    /** All of them. */
    public List<LiveCutover> all() {
        return List.copyOf(byId.values());
    }

    /** Those of which {@code subjectId} is the id, or that of a migration they need. */
    public List<LiveCutover> concerning(String subjectId) {
        return byId.values().stream().filter(live -> live.cutover().concerns(subjectId)).toList();
    }

    /** The one with that id, or else that name. */
    public Optional<LiveCutover> named(String idOrName) {
        LiveCutover byItsId = byId.get(idOrName);
        return byItsId != null
                ? Optional.of(byItsId)
                : byId.values().stream()
                        .filter(live -> live.cutover().request().name().equals(idOrName))
                        .findFirst();
    }

    /** Whether another cutover than {@code cutover} may have traffic on green there. */
    boolean isUsedByAnother(String router, Cutover cutover) {
        return byId.values().stream()
                .map(LiveCutover::cutover)
                .filter(other -> !other.id().equals(cutover.id()) && other.mayServe())
                .anyMatch(other -> other.request().routers().contains(router));
    }

    private LiveCutover begin(Cutover cutover) {
        CutoverRequested request = cutover.request();
        Watch.Subject subject =
                new Watch.Subject(
                        request.blue(),
                        request.green(),
                        request.routers(),
                        request.health(),
                        new RuntimeLag.Limit(
                                HealthEvent.runtimeSource(request.planId()),
                                request.maxRuntimeLag()));
        return new LiveCutover(cutover, new Watch(subject, health, clock.instant()));
    }
}
