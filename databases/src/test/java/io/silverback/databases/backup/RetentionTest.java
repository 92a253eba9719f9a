package io.silverback.databases.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverback.databases.DatabaseKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RetentionTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final Retention MONTH_OR_TWO = new Retention(Duration.ofDays(30), 2);

    private static List<Backup> ofDaysAgo(int... days) {
        return Arrays.stream(days).mapToObj(RetentionTest::backup).toList();
    }

    private static Backup backup(int daysAgo) {
        return new Backup(
                "owner-" + daysAgo,
                0,
                "blue",
                DatabaseKind.CASSANDRA,
                "kong",
                "3.3.1",
                NOW.minus(Duration.ofDays(daysAgo)),
                1,
                "0",
                List.of());
    }

    private static Stream<String> old(List<Backup> backups, Set<String> live) {
        return MONTH_OR_TWO.old(backups, live, NOW).stream().map(Backup::owner);
    }

    @Test
    void whatIsOlderThanItsTimeIsOld() {
        assertThat(old(ofDaysAgo(1, 2, 29, 31, 40), Set.of()))
                .containsExactly("owner-31", "owner-40");
    }

    @Test
    void theNewestAreNeverOld() {
        assertThat(old(ofDaysAgo(100, 200, 300), Set.of())).containsExactly("owner-300");
    }

    @Test
    void whatALivePlanOwnsIsNeverOld() {
        assertThat(old(ofDaysAgo(1, 2, 31, 40), Set.of("owner-31"))).containsExactly("owner-40");
    }
}
