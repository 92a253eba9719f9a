package io.silverback.simulator.proxy;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** The periods in which requests are counted, each from its natural begin. */
enum Window {
    SECOND(1, ChronoUnit.SECONDS),
    MINUTE(60, ChronoUnit.MINUTES),
    HOUR(3_600, ChronoUnit.HOURS),
    DAY(86_400, ChronoUnit.DAYS),
    MONTH(2_592_000, ChronoUnit.MONTHS),
    YEAR(31_536_000, ChronoUnit.YEARS);

    private final long seconds;
    private final ChronoUnit unit;

    Window(long seconds, ChronoUnit unit) {
        this.seconds = seconds;
        this.unit = unit;
    }

    /** As in a plugin's configuration. */
    String field() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As in headers. */
    String title() {
        return name().charAt(0) + field().substring(1);
    }

    /** When the period of a moment began, both in milliseconds. */
    long begin(long now) {
        if (unit.compareTo(ChronoUnit.DAYS) <= 0) {
            return now - Math.floorMod(now, seconds * 1000);
        }
        var day = Instant.ofEpochMilli(now).atZone(ZoneOffset.UTC).truncatedTo(ChronoUnit.DAYS);
        var begin = this == MONTH ? day.withDayOfMonth(1) : day.withDayOfYear(1);
        return begin.toInstant().toEpochMilli();
    }

    /** Seconds until the period ends, at least one. */
    long rest(long now) {
        return Math.max(1, seconds - (now - begin(now)) / 1000);
    }

    /** The length of a period in seconds. */
    long seconds() {
        return seconds;
    }
}
