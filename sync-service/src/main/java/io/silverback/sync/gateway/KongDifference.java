package io.silverback.sync.gateway;

import io.silverback.contracts.ConfigSynced.Attention;
import io.silverback.contracts.MigrationRequested;
import io.silverback.contracts.SyncPolicy;
import io.silverback.kong.apply.EntityResult;
import io.silverback.kong.apply.FreshSecrets;
import io.silverback.kong.apply.GatewayReader;
import io.silverback.kong.apply.GatewayWriter;
import io.silverback.kong.apply.Holds;
import io.silverback.kong.apply.WriteLimit;
import io.silverback.kong.apply.Writes;
import io.silverback.kong.diff.Change;
import io.silverback.kong.diff.Diff;
import io.silverback.kong.state.DeclarativeState;
import io.silverback.kong.state.Entity;
import io.silverback.messaging.PermanentFailure;
import io.silverback.messaging.Progress;
import io.silverback.sync.syncing.Green;
import io.silverback.sync.syncing.Write;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A diff between a dump and green, and its writes. */
final class KongDifference implements Green.Difference {

    private final MigrationRequested request;
    private final Place place;
    private final WriteLimit limit;
    private final GatewayReader reader;
    private final DeclarativeState desired;
    private final DeclarativeState actual;
    private final Diff diff;
    private final Holds holds;

    KongDifference(
            MigrationRequested request,
            Place place,
            WriteLimit limit,
            GatewayReader reader,
            DeclarativeState desired,
            DeclarativeState actual,
            Diff diff) {
        this.request = request;
        this.place = place;
        this.limit = limit;
        this.reader = reader;
        this.desired = desired;
        this.actual = actual;
        this.diff = diff;
        this.holds = Holds.of(diff, actual, place.version());
    }

    @Override
    public List<Write> writes() {
        return diff.changes().stream().map(KongDifference::write).toList();
    }

    @Override
    public Map<String, Integer> unchanged() {
        Map<String, Integer> unchanged = new TreeMap<>(desired.counts());
        diff.changes().stream()
                .filter(change -> !(change instanceof Change.Delete))
                .forEach(change -> unchanged.merge(change.entity().type(), -1, Integer::sum));
        diff.expired().forEach(one -> unchanged.merge(one.type(), -1, Integer::sum));
        return unchanged;
    }

    @Override
    public List<Attention> attention() {
        return NeedsAttention.of(diff, holds);
    }

    @Override
    public List<String> refusals() {
        return diff.conflicts().stream().map(conflict -> conflict + ".").toList();
    }

    @Override
    public Uni<List<Attention>> apply(Progress progress) {
        boolean stops = request.sync().onError() != SyncPolicy.OnError.CONTINUE;
        return new GatewayWriter(place.api(), new Writes(new FreshSecrets()), limit, stops)
                .apply(diff, holds)
                .invoke(result -> progress.done(1))
                .filter(result -> result.outcome() == EntityResult.Outcome.FAILED)
                .collect()
                .asList()
                .chain(failed -> stops ? stop(failed) : Uni.createFrom().item(named(failed)));
    }

    @Override
    public Uni<String> fingerprint() {
        return diff.changes().isEmpty()
                ? Uni.createFrom().item(actual.fingerprint())
                : reader.read(request.workspace()).map(DeclarativeState::fingerprint);
    }

    /** A gateway that does not answer at all passes: it fails here, and sync goes on later. */
    private Uni<List<Attention>> stop(List<EntityResult> failed) {
        if (failed.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return place.api().atRoot().root().chain(() -> Uni.createFrom().failure(refused(failed)));
    }

    private PermanentFailure refused(List<EntityResult> failed) {
        EntityResult first = failed.get(0);
        return new PermanentFailure(
                "%d of %d writes of workspace %s failed, the first of them %s: %s"
                        .formatted(
                                failed.size(),
                                diff.changes().size(),
                                request.workspace(),
                                first.change().entity().label(),
                                first.reason()));
    }

    private static List<Attention> named(List<EntityResult> failed) {
        List<Attention> attention = new ArrayList<>();
        for (EntityResult one : failed) {
            Entity entity = one.change().entity();
            attention.add(
                    new Attention(
                            entity.type(), List.of(entity.label()), String.valueOf(one.reason())));
        }
        return attention;
    }

    private static Write write(Change change) {
        Entity entity = change.entity();
        return new Write(
                operation(change),
                entity.type(),
                entity.id(),
                entity.kind().access().one(entity.fields(), entity.id()));
    }

    private static Write.Operation operation(Change change) {
        if (change instanceof Change.Create) {
            return Write.Operation.CREATE;
        }
        return change instanceof Change.Update ? Write.Operation.UPDATE : Write.Operation.DELETE;
    }
}
