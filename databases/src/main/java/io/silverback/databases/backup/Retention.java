package io.silverback.databases.backup;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * How long backups are kept.
 *
 * @param keep the age at which one is old
 * @param atLeast how many of each gateway are never old, the newest ones
 */
public record Retention(Duration keep, int atLeast) {

    /** Of one gateway's backups, newest first, those that are old; none that a live plan owns. */
    List<Backup> old(List<Backup> newestFirst, Set<String> live, Instant now) {
        return newestFirst.stream()
                .skip(atLeast)
                .filter(one -> !live.contains(one.owner()))
                .filter(one -> one.takenAt().plus(keep).isBefore(now))
                .toList();
    }
}
