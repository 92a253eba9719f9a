package io.silverback.simulator.conformance;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Asks a gateway all that was asked of the recorded one, in order, and compares the answers. */
final class Replay {
    private final Recording recording;
    private final Counterparts counterparts = new Counterparts();
    private final ValueComparison values = new ValueComparison(counterparts);
    private final AnswerComparison answers;
    private final IssuedTokens issued;

    private Replay(Recording recording) {
        this.recording = recording;
        this.issued = new IssuedTokens(recording.database());
        this.answers =
                new AnswerComparison(
                        counterparts, values, new Shown(recording), new ListOrder(recording));
        values.startsAt(start(recording).getEpochSecond());
    }

    /** When the first answer came. */
    static Instant start(Recording recording) {
        return recording.exchanges().isEmpty()
                ? Instant.EPOCH
                : time(recording.exchanges().get(0).answer());
    }

    /** How a recording and a gateway agree: what differs, by the exchange's place and name. */
    record Result(Recording recording, Map<Integer, String> deviations) {
        int total() {
            return recording.exchanges().size();
        }

        int agreed() {
            return total() - deviations.size();
        }
    }

    /**
     * The result of one replay.
     *
     * @param clock is told the time of each recorded answer before we are asked
     */
    static Result of(Recording recording, Gateway gateway, Consumer<Instant> clock) {
        return new Replay(recording).run(gateway, clock);
    }

    private Result run(Gateway gateway, Consumer<Instant> clock) {
        Map<Integer, String> deviations = new LinkedHashMap<>();
        for (int i = 0; i < recording.exchanges().size(); i++) {
            Exchange exchange = recording.exchanges().get(i);
            clock.accept(time(exchange.answer()));
            issued.before(exchange, time(exchange.answer()))
                    .forEach(write -> gateway.answer(issue(write)));
            counterparts.sends(exchange.asked());
            Exchange.Answer ours = gateway.answer(counterparts.translated(exchange.asked()));
            String found = answers.difference(exchange.asked(), exchange.answer(), ours);
            if (found != null) {
                deviations.put(i, found);
            }
        }
        return new Result(recording, deviations);
    }

    private Exchange.Asked issue(Exchange.Asked write) {
        counterparts.sends(write);
        return counterparts.translated(write);
    }

    /** The time of an answer; a little after the full second that its header names. */
    private static Instant time(Exchange.Answer answer) {
        return answer.header("Date").stream()
                .findFirst()
                .map(
                        date ->
                                ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                                        .toInstant()
                                        .plusMillis(123))
                .orElse(Instant.EPOCH);
    }
}
