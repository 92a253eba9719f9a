package io.silverback.cli.events;

import static io.silverback.cli.screen.Words.text;

import com.fasterxml.jackson.databind.JsonNode;

/** One event for people. */
record EventView(JsonNode event) {

    String line() {
        String number = text(event, "sequence").isEmpty() ? "-" : text(event, "sequence");
        return "%6s  %s  %-19s  %s  %s"
                .formatted(
                        number,
                        text(event, "time"),
                        text(event, "topic"),
                        text(event, "subject"),
                        event.path("body"));
    }
}
