package io.silverback.quickstart.clients;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the clients saw from start to end. */
public final class ClientReport {

    private final List<Answer> answers;

    ClientReport(List<Answer> answers) {
        this.answers = List.copyOf(answers);
    }

    public long total() {
        return answers.size();
    }

    public long failed() {
        return answers.stream().filter(Answer::failed).count();
    }

    /** Number of requests by the colour that answered. */
    public Map<String, Long> byColour() {
        return answers.stream()
                .collect(
                        Collectors.groupingBy(Answer::colour, TreeMap::new, Collectors.counting()));
    }

    /** Number of failed requests by colour and status, or by why there was no answer. */
    public Map<String, Long> failures() {
        return answers.stream()
                .filter(Answer::failed)
                .collect(
                        Collectors.groupingBy(
                                answer -> answer.colour() + " " + what(answer),
                                TreeMap::new,
                                Collectors.counting()));
    }

    /** Requests that were started after {@code moment} and answered by green all the same. */
    public long answeredByGreenAfter(Instant moment) {
        return answers.stream()
                .filter(Answer::isGreen)
                .filter(answer -> answer.startedAt().isAfter(moment))
                .count();
    }

    /** From {@code cause} to the start of the last request that green answered; 0 when before. */
    public long causeToEffectMillis(Instant cause) {
        return lastGreenStart()
                .map(last -> Math.max(0, Duration.between(cause, last).toMillis()))
                .orElse(0L);
    }

    /** From the first bad answer of green to the start of the last request that green answered. */
    public Optional<Long> firstBadResponseToSafeMillis() {
        Optional<Instant> firstBad =
                answers.stream()
                        .filter(answer -> answer.isGreen() && answer.failed())
                        .map(Answer::endedAt)
                        .min(Instant::compareTo);
        return firstBad.flatMap(
                bad ->
                        lastGreenStart()
                                .map(last -> Math.max(0, Duration.between(bad, last).toMillis())));
    }

    private static String what(Answer answer) {
        return answer.status() == 0 ? answer.fault() : String.valueOf(answer.status());
    }

    private Optional<Instant> lastGreenStart() {
        return answers.stream()
                .filter(Answer::isGreen)
                .map(Answer::startedAt)
                .max(Instant::compareTo);
    }
}
