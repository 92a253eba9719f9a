package io.silverback.kong.database.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverback.kong.database.MemoryRows;
import io.silverback.kong.database.Recorded;
import io.silverback.kong.database.snapshot.DirectoryParts;
import io.silverback.kong.database.snapshot.Snapshots;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that loads, killed at seeded moments: green is as before or complete. */
class LoadCrashIT {

    private static final int MOMENTS = Integer.getInteger("crash.moments", 8);
    private static final long SEED = Long.getLong("crash.seed", 20261122);
    private static final int CONSUMERS = 5_000;

    @TempDir Path directory;

    @Test
    void leavesGreenAsItWasOrComplete() throws Exception {
        MemoryRows rows = MemoryRows.recorded();
        String workspace = Recorded.defaultWorkspace("cassandra");
        for (int i = 0; i < CONSUMERS; i++) {
            rows.addLike(
                    "consumers",
                    Map.of("username", workspace + ":u" + i, "custom_id", workspace + ":c" + i));
        }
        String sha256 = Snapshots.write(rows, new DirectoryParts(directory));
        KongDatabase green = KongDatabase.create();
        green.workspace(Recorded.defaultWorkspace("postgres"), "default");
        green.execute(
                "INSERT INTO services (id, name, host, ws_id) VALUES (gen_random_uuid(),"
                        + " 'own', 'h', '"
                        + Recorded.defaultWorkspace("postgres")
                        + "')");
        String before = green.content();
        UUID load = UUID.randomUUID();
        List<String> loading = command("load", green, sha256, load);
        List<String> undoing = command("undo", green, sha256, load);
        Duration whole = run(loading);
        String after = green.content();
        assertThat(green.count("consumers")).isEqualTo(80 + CONSUMERS);
        assertThat(run(undoing)).isPositive();
        assertThat(green.content()).isEqualTo(before);
        Random random = new Random(SEED);
        int interrupted = 0;
        for (int i = 0; i < MOMENTS; i++) {
            boolean isLoad = i % 2 == 0;
            kill(isLoad ? loading : undoing, random.nextLong(whole.toMillis()));
            awaitNoSession(green);
            String content = green.content();
            assertThat(content.equals(before) || content.equals(after))
                    .as("moment %d of seed %d", i, SEED)
                    .isTrue();
            interrupted += content.equals(isLoad ? before : after) ? 1 : 0;
            run(isLoad ? loading : undoing);
            assertThat(green.content()).isEqualTo(isLoad ? after : before);
        }
        System.out.println(
                "LoadCrashIT: " + MOMENTS + " moments, " + interrupted + " before the commit");
    }

    private List<String> command(String verb, KongDatabase green, String sha256, UUID load) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path")),
                LoadProcess.class.getName(),
                verb,
                green.url(),
                directory.toString(),
                sha256,
                load.toString(),
                Recorded.defaultWorkspace("cassandra"),
                Recorded.defaultWorkspace("postgres"));
    }

    private Process start(List<String> command) throws IOException {
        return new ProcessBuilder(new ArrayList<>(command)).redirectErrorStream(true).start();
    }

    /** Runs it to its end; from its readiness on. */
    private Duration run(List<String> command) throws Exception {
        Process process = start(command);
        assertThat(process.getInputStream().read()).isPositive();
        Instant ready = Instant.now();
        String output = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(output).isZero();
        return Duration.between(ready, Instant.now());
    }

    private void kill(List<String> command, long millis) throws Exception {
        Process process = start(command);
        assertThat(process.getInputStream().read()).isPositive();
        process.waitFor(millis, TimeUnit.MILLISECONDS);
        process.destroyForcibly().waitFor();
    }

    /** The server notices a dead client when it next talks to it. */
    private static void awaitNoSession(KongDatabase green) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(
                        () ->
                                green.number(
                                                "SELECT count(*) FROM pg_stat_activity WHERE datname"
                                                        + " = current_database() AND pid <>"
                                                        + " pg_backend_pid() AND backend_type ="
                                                        + " 'client backend'")
                                        == 0);
    }
}
