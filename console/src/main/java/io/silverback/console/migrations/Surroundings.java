package io.silverback.console.migrations;

import io.silverback.console.cutovers.CutoverState;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What of a plan bears on one of its migrations.
 *
 * @param executionOpened when the execution gate opened
 * @param executionGo when it was decided go
 * @param estateSynced when the newest generation of {@code _estate} was synced
 * @param cutover where the cutover stands that moves the migration's clients
 */
public record Surroundings(
        Optional<Instant> executionOpened,
        Optional<Instant> executionGo,
        Optional<Instant> estateSynced,
        Optional<CutoverState> cutover) {

    /** Nothing has happened around it yet. */
    public static final Surroundings NONE =
            new Surroundings(
                    Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Since when the migration may be dumped; the others wait for {@code _estate}. */
    Optional<Instant> released(boolean isEstate) {
        if (isEstate || executionGo.isEmpty() || estateSynced.isEmpty()) {
            return isEstate ? executionGo : Optional.empty();
        }
        return Stream.of(executionGo.get(), estateSynced.get()).max(Instant::compareTo);
    }
}
