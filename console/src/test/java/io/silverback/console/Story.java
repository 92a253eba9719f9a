package io.silverback.console;

import io.silverback.contracts.ArtefactReference;
import io.silverback.contracts.CanaryAdvanced;
import io.silverback.contracts.CanaryHeld;
import io.silverback.contracts.ConfigDumped;
import io.silverback.contracts.ConfigSynced;
import io.silverback.contracts.ConfigSynced.Changes;
import io.silverback.contracts.CutoverCompleted;
import io.silverback.contracts.Evidence;
import io.silverback.contracts.GoNoGo;
import io.silverback.contracts.MigrationEnded;
import io.silverback.contracts.MigrationProgress;
import io.silverback.contracts.Rollback;
import io.silverback.contracts.RolledBack;
import io.silverback.contracts.TestsPassed;
import io.silverback.contracts.Transport;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Events as the services would publish them. */
public final class Story {

    public static final Instant START = Instant.parse("2026-11-22T10:00:00Z");

    private Story() {}

    public static GoNoGo opened(String subjectId, GoNoGo.Gate gate, int approvers, String hash) {
        return gate(subjectId, gate, GoNoGo.Status.OPEN, approvers, hash);
    }

    public static GoNoGo gate(
            String subjectId, GoNoGo.Gate gate, GoNoGo.Status status, int approvers, String hash) {
        return new GoNoGo(
                subjectId,
                "plan",
                "hash",
                gate,
                null,
                status,
                approvers,
                Map.of("entities", "316"),
                hash,
                status == GoNoGo.Status.OPEN ? null : "ann",
                null);
    }

    public static ConfigDumped dumped(String id, String workspace, long generation) {
        return new ConfigDumped(
                id,
                workspace,
                "hash",
                generation,
                Transport.ADMIN_API,
                List.of(artefact(workspace + ".yaml")),
                Map.of("services", 10, "routes", 21),
                "3.3.1.0",
                "f1",
                null);
    }

    public static ConfigSynced synced(String id, String workspace, long generation) {
        return new ConfigSynced(
                id,
                workspace,
                "hash",
                generation,
                Map.of("services", new Changes(10, 0, 0, 0), "routes", new Changes(20, 1, 0, 0)),
                "f2",
                List.of("node-1"),
                List.of());
    }

    public static TestsPassed passed(String id, String workspace, long generation) {
        return new TestsPassed(
                id,
                workspace,
                "hash",
                generation,
                artefact("report.json"),
                new TestsPassed.Probes(21, 21, 0),
                new TestsPassed.Parity(31, 0),
                new TestsPassed.Coverage(20, 21),
                new TestsPassed.Logins(9, 0, 1));
    }

    public static MigrationProgress progress(String id, String phase) {
        return new MigrationProgress(id, "subject", phase, 5, 31, 100, null, null);
    }

    public static MigrationProgress shifting(String cutoverId, String weight, long greenRequests) {
        return new MigrationProgress(
                cutoverId,
                "public-api",
                "shifting",
                greenRequests,
                500,
                20,
                new BigDecimal(weight),
                evidence(greenRequests));
    }

    public static CanaryAdvanced advanced(
            String cutoverId, Map<String, Long> generations, int step, String from, String to) {
        return new CanaryAdvanced(
                cutoverId,
                "public-api",
                "hash",
                generations,
                new BigDecimal(from),
                new BigDecimal(to),
                step,
                5,
                step == 1 ? null : evidence(500));
    }

    public static CanaryHeld held(
            String cutoverId, Map<String, Long> generations, CanaryHeld.Status status) {
        return new CanaryHeld(
                cutoverId,
                "public-api",
                "hash",
                generations,
                new BigDecimal("5.00"),
                status,
                "too few requests",
                status == CanaryHeld.Status.STUCK ? "edge" : null);
    }

    public static Rollback rollback(String cutoverId) {
        return new Rollback(
                null, cutoverId, Map.of(), "canary", "green answers 5xx", null, "traffic", false);
    }

    public static Rollback rollbackOf(String migrationId) {
        return new Rollback(migrationId, null, Map.of(), "syncing", "refused", null, "sync", false);
    }

    public static RolledBack rolledBack(
            String cutoverId, Map<String, Long> generations, boolean drill) {
        return new RolledBack(
                cutoverId,
                "public-api",
                "hash",
                generations,
                List.of(
                        new RolledBack.RouterOutcome(
                                "edge",
                                START.plusMillis(12),
                                new BigDecimal("0.00"),
                                START.plusMillis(38),
                                null,
                                null,
                                0L)),
                START,
                "green answers 5xx",
                "traffic",
                drill);
    }

    public static CutoverCompleted completed(String cutoverId, Map<String, Long> generations) {
        return new CutoverCompleted(cutoverId, "public-api", "hash", generations);
    }

    public static MigrationEnded ended(String id, String workspace, MigrationEnded.Outcome how) {
        return new MigrationEnded(id, workspace, "hash", 1, how, null, null);
    }

    public static Evidence evidence(long greenRequests) {
        return new Evidence(
                START,
                START.plusSeconds(60),
                new Evidence.Seen(9_000, 9, 4.2, 9.1),
                new Evidence.Seen(greenRequests, 0, 4.0, 8.8),
                500,
                Evidence.Health.HEALTHY,
                "green is as good as blue");
    }

    public static ArtefactReference artefact(String name) {
        return new ArtefactReference(
                name, URI.create("file-store://default/m/1/" + name), "aa", "bb", 1234);
    }
}
