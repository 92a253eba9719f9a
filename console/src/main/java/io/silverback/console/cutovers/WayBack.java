package io.silverback.console.cutovers;

import io.silverback.console.facts.Facts;
import io.silverback.console.facts.Heard;
import io.silverback.console.facts.Slot;
import io.silverback.contracts.Rollback;
import io.silverback.contracts.RolledBack;
import io.silverback.contracts.RolledBack.RouterOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A rollback or drill: who asked, when, and what each router did.
 *
 * @param causeToReadBackMillis until the slowest router had read back 0
 */
public record WayBack(
        String reason,
        @Nullable String phase,
        String requestedBy,
        @Nullable Instant requestedAt,
        @Nullable Instant causeAt,
        @Nullable Instant rolledBackAt,
        List<RouterOutcome> routers,
        @Nullable Long causeToAskedMillis,
        @Nullable Long causeToReadBackMillis) {

    public WayBack {
        routers = List.copyOf(routers);
    }

    /** The newest rollback of a cutover or of one of its migrations, if there was any. */
    static Optional<WayBack> of(Facts cutover, Collection<Facts> members) {
        Optional<Heard<Rollback>> asked =
                Stream.concat(Stream.of(cutover), members.stream())
                        .flatMap(f -> f.heard(Slot.ROLLBACK, Rollback.class).stream())
                        .max(Comparator.comparing(Heard::at));
        return cutover.heard(Slot.ROLLED_BACK, RolledBack.class)
                .map(done -> done(done, asked))
                .or(() -> asked.map(WayBack::asked));
    }

    /** The newest drill. */
    static Optional<WayBack> ofDrill(Facts cutover) {
        return cutover.heard(Slot.DRILL, RolledBack.class)
                .map(done -> done(done, Optional.empty()));
    }

    private static WayBack asked(Heard<Rollback> asked) {
        Rollback event = asked.event();
        return new WayBack(
                event.reason(),
                event.phase(),
                event.requestedBy(),
                asked.at(),
                null,
                null,
                List.of(),
                null,
                null);
    }

    private static WayBack done(Heard<RolledBack> done, Optional<Heard<Rollback>> asked) {
        RolledBack event = done.event();
        return new WayBack(
                event.reason(),
                asked.map(a -> a.event().phase()).orElse(null),
                event.requestedBy(),
                asked.map(Heard::at).orElse(null),
                event.causeAt(),
                done.at(),
                event.routers(),
                slowest(event, RouterOutcome::askedAt),
                slowest(event, RouterOutcome::readBackAt));
    }

    private static @Nullable Long slowest(
            RolledBack event, Function<RouterOutcome, Instant> moment) {
        return event.routers().stream()
                .map(moment)
                .max(Comparator.naturalOrder())
                .map(at -> Duration.between(event.causeAt(), at).toMillis())
                .orElse(null);
    }
}
