package io.silverback.simulator;

import io.silverback.simulator.schema.Document;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Stands at the time of the recorded answer: ends of keys are compared as they were. */
final class RecordedClock extends Clock {
    private Instant now = Instant.EPOCH;

    void readFrom(Document response) {
        for (Object header : response.list("headers")) {
            if (header instanceof List<?> pair && "Date".equals(pair.get(0))) {
                now =
                        ZonedDateTime.parse(
                                        String.valueOf(pair.get(1)),
                                        DateTimeFormatter.RFC_1123_DATE_TIME)
                                .toInstant();
            }
        }
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }

    @Override
    public Instant instant() {
        return now;
    }
}
