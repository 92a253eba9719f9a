package io.silverback.traffic.health;

import io.silverback.contracts.Evidence;
import io.silverback.contracts.Evidence.Health;
import io.silverback.contracts.Evidence.Seen;
import io.silverback.contracts.HealthEvent;
import io.silverback.contracts.HealthPolicy;
import io.silverback.traffic.health.Hearing.Silence;
import io.silverback.traffic.health.Watch.MonitorWord;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes a verdict of findings: what is ill first, then what is not known, then health. */
final class Judge {

    private static final Seen NOTHING = new Seen(0, 0, null, null);

    private final HealthPolicy policy;
    private final Duration stale;

    /** All that a verdict rests on. */
    record Findings(
            Instant since,
            Instant now,
            long needed,
            List<Comparison> comparisons,
            Map<String, MonitorWord> words,
            Optional<Silence> silence,
            Optional<String> behind) {}

    Judge(HealthPolicy policy, Duration stale) {
        this.policy = policy;
        this.stale = stale;
    }

    Verdict verdict(Findings findings) {
        return illness(findings)
                .map(why -> verdict(findings, Health.UNHEALTHY, why, Doubt.NONE))
                .or(() -> doubt(findings))
                .orElseGet(() -> verdict(findings, Health.HEALTHY, "healthy", Doubt.NONE));
    }

    private Optional<String> illness(Findings findings) {
        return word(findings, HealthEvent.Verdict.UNHEALTHY)
                .or(
                        () ->
                                findings.comparisons().stream()
                                        .flatMap(c -> c.illness().stream())
                                        .findFirst())
                .or(() -> longSilence(findings));
    }

    private Optional<String> longSilence(Findings findings) {
        return findings.silence()
                .filter(silence -> silence.lasting().compareTo(policy.silentFor()) >= 0)
                .map(Judge::said);
    }

    private Optional<Verdict> doubt(Findings findings) {
        return silent(findings)
                .map(why -> doubtful(findings, Doubt.SILENT, why))
                .or(() -> findings.behind().map(why -> doubtful(findings, Doubt.BEHIND, why)))
                .or(() -> unheard(findings).map(why -> doubtful(findings, Doubt.UNHEARD, why)))
                .or(() -> degraded(findings).map(why -> doubtful(findings, Doubt.DEGRADED, why)))
                .or(() -> tooFew(findings).map(why -> doubtful(findings, Doubt.TOO_FEW, why)))
                .or(() -> unclear(findings).map(why -> doubtful(findings, Doubt.UNCLEAR, why)));
    }

    private Optional<String> silent(Findings findings) {
        return findings.silence()
                .filter(silence -> silence.lasting().compareTo(stale) >= 0)
                .map(Judge::said);
    }

    private static Optional<String> unheard(Findings findings) {
        return findings.silence().filter(Silence::neverHeard).map(Judge::said);
    }

    private static String said(Silence silence) {
        return silence.neverHeard()
                ? "source " + silence.source() + " has not been heard yet"
                : "source " + silence.source() + " is silent";
    }

    private Optional<String> degraded(Findings findings) {
        return word(findings, HealthEvent.Verdict.DEGRADED);
    }

    private Optional<String> word(Findings findings, HealthEvent.Verdict verdict) {
        Instant forgotten = findings.now().minus(policy.silentFor());
        return findings.words().entrySet().stream()
                .filter(e -> e.getValue().verdict() == verdict)
                .filter(e -> e.getValue().heardAt().isAfter(forgotten))
                .map(
                        e ->
                                e.getKey()
                                        + " calls green "
                                        + name(verdict)
                                        + ": "
                                        + e.getValue().reason())
                .sorted()
                .findFirst();
    }

    private static String name(HealthEvent.Verdict verdict) {
        return verdict.name().toLowerCase(java.util.Locale.ROOT);
    }

    private static Optional<String> tooFew(Findings findings) {
        long requests = green(findings).requests();
        long missing = findings.needed() - requests;
        if (missing <= 0) {
            return Optional.empty();
        }
        double seconds = Duration.between(findings.since(), findings.now()).toMillis() / 1000.0;
        return Optional.of(
                requests == 0 || seconds <= 0
                        ? "too few requests on green: none of %d yet".formatted(findings.needed())
                        : "too few requests on green: %d of %d, about %.0f s more"
                                .formatted(
                                        requests,
                                        findings.needed(),
                                        Math.ceil(missing * seconds / requests)));
    }

    private static Optional<String> unclear(Findings findings) {
        return findings.comparisons().stream().anyMatch(Comparison::looksWorse)
                ? Optional.of("green looks worse than it may, by too little to be sure")
                : Optional.empty();
    }

    private static Verdict doubtful(Findings findings, Doubt doubt, String why) {
        return verdict(findings, Health.INCONCLUSIVE, why, doubt);
    }

    private static Verdict verdict(Findings findings, Health health, String why, Doubt doubt) {
        Seen blue = main(findings).map(c -> c.blue().seen()).orElse(NOTHING);
        return new Verdict(
                new Evidence(
                        findings.since(),
                        findings.now(),
                        blue,
                        green(findings),
                        findings.needed(),
                        health,
                        why),
                doubt);
    }

    private static Seen green(Findings findings) {
        return main(findings).map(c -> c.green().seen()).orElse(NOTHING);
    }

    /** Sources see the same requests: they are not added up, the one that saw most counts. */
    private static Optional<Comparison> main(Findings findings) {
        return findings.comparisons().stream()
                .max(Comparator.comparingLong(c -> c.green().requests()));
    }
}
