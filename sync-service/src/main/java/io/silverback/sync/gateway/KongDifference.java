package io.silverback.sync.gateway;

import io.silverback.contracts.ConfigSynced.Attention;
import io.silverback.contracts.MigrationRequested;
import io.silverback.contracts.SyncPolicy;
import io.silverback.kong.apply.Holds;
import io.silverback.kong.diff.Change;
import io.silverback.kong.diff.Diff;
import io.silverback.kong.diff.Objections;
import io.silverback.kong.state.DeclarativeState;
import io.silverback.kong.state.Entity;
import io.silverback.messaging.Progress;
import io.silverback.sync.syncing.DifferenceReport;
import io.silverback.sync.syncing.Green;
import io.silverback.sync.syncing.Write;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A diff between a dump and green, and its writes. */
final class KongDifference implements Green.Difference {

    private final MigrationRequested request;
    private final Place place;
    private final Comparing comparing;
    private final DeclarativeState desired;
    private final DeclarativeState actual;
    private final Diff diff;
    private final Holds holds;

    /** From {@code actual} to {@code desired}. */
    KongDifference(
            MigrationRequested request,
            Place place,
            Comparing comparing,
            DeclarativeState desired,
            DeclarativeState actual,
            Diff diff) {
        this.request = request;
        this.place = place;
        this.comparing = comparing;
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
        return Stream.concat(
                        diff.conflicts().stream().map(Object::toString),
                        Objections.to(diff, place::has).stream())
                .map(sentence -> sentence + ".")
                .toList();
    }

    @Override
    public Uni<List<Attention>> apply(Progress progress) {
        boolean stops = request.sync().onError() != SyncPolicy.OnError.CONTINUE;
        return comparing
                .writing()
                .write(place, diff, holds, stops, progress)
                .chain(
                        refused ->
                                stops
                                        ? refused.failing(place.api()).replaceWith(List.of())
                                        : Uni.createFrom().item(refused.named()));
    }

    @Override
    public Uni<String> fingerprint() {
        return diff.changes().isEmpty()
                ? Uni.createFrom().item(actual.fingerprint())
                : comparing.fingerprint(request);
    }

    @Override
    public Uni<Optional<String>> keepReplaced(long generation) {
        return comparing.replaced().keep(request.migrationId(), generation, diff.changes());
    }

    @Override
    public DifferenceReport report() {
        return DifferenceReports.of(request, diff, refusals(), attention());
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
