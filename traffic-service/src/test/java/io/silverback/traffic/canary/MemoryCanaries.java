package io.silverback.traffic.canary;

import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A record in memory that can be away. */
final class MemoryCanaries implements Canaries {

    final List<Canary> history = new ArrayList<>();
    final List<Announcement> said = new ArrayList<>();
    boolean away;
    private Cutover cutover;

    MemoryCanaries(Cutover cutover) {
        this.cutover = cutover;
    }

    Cutover now() {
        return cutover;
    }

    @Override
    public Uni<Optional<Cutover>> find(String cutoverId) {
        return answer(() -> Optional.of(cutover));
    }

    @Override
    public Uni<List<Cutover>> unfinished() {
        return answer(() -> List.of(cutover));
    }

    @Override
    public Uni<List<Cutover>> newest(int atMost) {
        return unfinished();
    }

    @Override
    public Uni<Cutover> decide(String cutoverId, Function<Cutover, Decision> decide) {
        return answer(() -> decide(decide));
    }

    @Override
    public Uni<Void> drilled(
            String drillId, Cutover drilled, Confirmation confirmation, Cause cause) {
        return Uni.createFrom().voidItem();
    }

    private synchronized Cutover decide(Function<Cutover, Decision> decide) {
        if (decide.apply(cutover) instanceof Decision.Change change) {
            cutover =
                    new Cutover(
                            cutover.request(),
                            cutover.generations(),
                            change.next(),
                            cutover.version() + 1);
            history.add(change.next());
            said.addAll(change.says());
        }
        return cutover;
    }

    private <T> Uni<T> answer(java.util.function.Supplier<T> answer) {
        return Uni.createFrom()
                .item(
                        () -> {
                            if (away) {
                                throw new RecordAwayException(new IOException("away"));
                            }
                            return answer.get();
                        });
    }
}
