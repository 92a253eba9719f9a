package io.silverback.kong.apply;

import io.silverback.kong.spill.Line;
import io.silverback.kong.spill.Lines;
import io.silverback.kong.spill.Scratch;
import io.silverback.kong.spill.Spool;
import io.silverback.kong.state.Entity;
import io.silverback.kong.state.SpilledState;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What collections held when each was read last, outside of memory. */
final class Contents implements Keeper {
    private static final int PATH = SpilledState.WHICH;
    private static final int ROUND = PATH + 1;

    private final Vertx vertx;
    private final Spool rows;
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();

    Contents(Scratch scratch, Vertx vertx) {
        this.vertx = vertx;
        rows = scratch.spool();
    }

    /** What was kept of it before counts no more. */
    @Override
    public void begin(Collection one) {
        kept.merge(
                one.path(), new Kept(one, 0), (before, first) -> new Kept(one, before.round() + 1));
    }

    @Override
    public Uni<Void> keep(Collection one, List<Entity> batch) {
        return vertx.executeBlocking(() -> add(one, batch), false).replaceWithVoid();
    }

    /** The collections that are known. */
    Set<Collection> collections() {
        return kept.values().stream().map(Kept::collection).collect(Collectors.toSet());
    }

    /** Forgets the collections whose parents are gone. */
    void keepBelow(Set<Collection> below) {
        kept.values()
                .removeIf(
                        one ->
                                !one.collection().parentField().isEmpty()
                                        && !below.contains(one.collection()));
    }

    /** The collections whose fingerprint is another one now. */
    List<Collection> changedSince(Map<Collection, String> now) {
        List<Collection> changed = new ArrayList<>();
        now.forEach(
                (one, fingerprint) -> {
                    if (!known(one.path()).hasFingerprint(fingerprint)) {
                        changed.add(one);
                    }
                });
        return changed;
    }

    /** What each collection held last; nothing can be kept any more. */
    Lines last() throws IOException {
        return lines(line -> isOf(line, 0));
    }

    /** What these collections held last and before; nothing can be kept any more. */
    Lines lastTwo(Set<String> paths) throws IOException {
        return lines(
                line -> paths.contains(line.key().get(PATH)) && (isOf(line, 0) || isOf(line, 1)));
    }

    /** Whether the line is of the last reading of its collection. */
    boolean isLast(Line line) {
        return isOf(line, 0);
    }

    private boolean add(Collection one, List<Entity> batch) throws IOException {
        Kept known = known(one.path());
        for (Entity entity : batch) {
            known.add(entity);
            rows.add(SpilledState.line(entity, one.path(), Integer.toString(known.round())));
        }
        return true;
    }

    private Kept known(String path) {
        return Objects.requireNonNull(kept.get(path), path);
    }

    private boolean isOf(Line line, int before) {
        Kept known = kept.get(line.key().get(PATH));
        return known != null
                && line.key().get(ROUND).equals(Integer.toString(known.round() - before));
    }

    private Lines lines(Predicate<Line> wanted) throws IOException {
        rows.close();
        Lines all = rows.read();
        return new Lines() {
            @Override
            public @Nullable Line readNext() throws IOException {
                Line line = all.readNext();
                while (line != null && !wanted.test(line)) {
                    line = all.readNext();
                }
                return line;
            }

            @Override
            public void close() throws IOException {
                all.close();
            }
        };
    }
}
