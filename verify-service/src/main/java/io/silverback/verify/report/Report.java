package io.silverback.verify.report;

import io.silverback.contracts.TestsPassed;
import io.silverback.verify.probing.NotExercised;
import java.time.Instant;
import java.util.List;

/**
 * What one verification found. Holds no secret: neither headers nor bodies.
 *
 * @param credentials number of credentials of all kinds; those not proven are the rest
 */
public record Report(
        String migrationId,
        String workspace,
        long generation,
        Instant startedAt,
        Instant endedAt,
        TestsPassed.Parity parity,
        List<EntityDifference> differingEntities,
        TestsPassed.Probes probes,
        TestsPassed.Coverage routes,
        List<NotExercised> notExercised,
        TestsPassed.Logins logins,
        List<ProbeDifference> differingAnswers) {

    /** An entity that is not on green as it is on blue; fields by name, without values. */
    public record EntityDifference(String entityType, String entity, String difference) {}

    /** A request that the two sides answer differently. */
    public record ProbeDifference(String subject, String request, List<String> differences) {
        public ProbeDifference {
            differences = List.copyOf(differences);
        }
    }

    public Report {
        differingEntities = List.copyOf(differingEntities);
        notExercised = List.copyOf(notExercised);
        differingAnswers = List.copyOf(differingAnswers);
    }

    /** Whether green may take traffic by it. */
    public boolean isClean() {
        return differingEntities.isEmpty() && differingAnswers.isEmpty();
    }

    /** The verdict in one sentence, with the first finding. */
    public String sentence() {
        if (!differingEntities.isEmpty()) {
            EntityDifference first = differingEntities.get(0);
            return "%d of %d entities of %s differ on green, first %s %s: %s"
                    .formatted(
                            differingEntities.size(),
                            parity.entities(),
                            workspace,
                            first.entityType(),
                            first.entity(),
                            first.difference());
        }
        if (!differingAnswers.isEmpty()) {
            ProbeDifference first = differingAnswers.get(0);
            return "%d of %d probes of %s were answered differently by green, first %s (%s): %s"
                    .formatted(
                            differingAnswers.size(),
                            probes.run(),
                            workspace,
                            first.subject(),
                            first.request(),
                            first.differences().get(0));
        }
        return "green answers for " + workspace + " as blue does";
    }
}
