package io.silverback.quickstart.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.silverback.quickstart.clients.ClientStream;
import io.silverback.quickstart.clients.Load;
import io.silverback.quickstart.estate.ClientRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Moves an estate that was dumped from a real Kong 3.3.1. What is compared is what both gateways
 * themselves answer, without any of our own reading of it.
 */
class RealEstateIT {

    private static final Duration LIMIT = Duration.ofMinutes(4);
    private static final Path STATE =
            Path.of(System.getProperty("kong.shared"), "state", "blue-deck-1.29.1-with-id.yaml");
    private static final List<String> COLLECTIONS =
            List.of(
                    "/services",
                    "/routes",
                    "/plugins",
                    "/consumers",
                    "/upstreams",
                    "/certificates",
                    "/snis",
                    "/ca_certificates",
                    "/vaults",
                    "/key-auths",
                    "/basic-auths",
                    "/hmac-auths",
                    "/jwts",
                    "/oauth2",
                    "/acls");

    @Test
    void isTheSameOnGreenButForHashedSecretsThatAreCountedAndNamed(@TempDir Path data)
            throws IOException, InterruptedException {
        assumeThat(Files.exists(STATE)).as("recorded state at " + STATE).isTrue();
        try (RunningSilverback silverback =
                        RunningSilverback.start(
                                data,
                                21_000,
                                "--estate",
                                STATE.toString(),
                                "--hashed-credentials");
                ClientStream clients =
                        ClientStream.start(
                                URI.create("http://127.0.0.1:" + silverback.ports().edgeProxy()),
                                List.of(new ClientRequest("nobody.test", "/", null)),
                                Load.open(100, Duration.ofSeconds(5)).ofClients(64))) {
            assertThat(clients).isNotNull();
            String plan = silverback.submit("real", List.of("default"));
            Awaitility.await()
                    .atMost(LIMIT)
                    .ignoreExceptions()
                    .until(() -> !silverback.plan(plan).path("state").asText().equals("live"));
            JsonNode end = silverback.plan(plan);

            assertThat(end.path("state").asText()).as(ends(end)).isEqualTo("completed");
            for (String collection : COLLECTIONS) {
                assertThat(entities(silverback, silverback.ports().greenAdmin(), collection))
                        .as(collection)
                        .isEqualTo(
                                entities(silverback, silverback.ports().blueAdmin(), collection));
            }
            assertHashedSecretsAreNamed(silverback, end);
        }
    }

    /** How each migration ended, and why. */
    private static String ends(JsonNode plan) {
        return plan.path("migrations")
                .valueStream()
                .map(each -> each.path("workspace") + " " + each.path("state") + each.path("end"))
                .collect(Collectors.joining(", "));
    }

    private static void assertHashedSecretsAreNamed(RunningSilverback silverback, JsonNode plan) {
        long hashed =
                silverback.collection(silverback.ports().blueAdmin(), "/basic-auths").size()
                        + silverback.collection(silverback.ports().blueAdmin(), "/oauth2").stream()
                                .filter(RealEstateIT::isHashed)
                                .count();
        long named =
                plan.path("migrations")
                        .valueStream()
                        .flatMap(migration -> migration.path("attention").valueStream())
                        .mapToLong(item -> item.path("names").size())
                        .sum();
        assertThat(named).isEqualTo(hashed).isPositive();
        assertThat(secrets(silverback, silverback.ports().greenAdmin()))
                .doesNotContainAnyElementsOf(secrets(silverback, silverback.ports().blueAdmin()));
    }

    private static List<String> secrets(RunningSilverback silverback, int adminPort) {
        return silverback.collection(adminPort, "/basic-auths").stream()
                .map(entity -> entity.path("password").asText())
                .toList();
    }

    private static boolean isHashed(JsonNode credential) {
        return credential.path("client_secret").asText().startsWith("$pbkdf2");
    }

    /** By id, without clocks and hashes, empty as absent, lists without order. */
    private static Map<String, JsonNode> entities(
            RunningSilverback silverback, int adminPort, String collection) {
        return silverback.collection(adminPort, collection).stream()
                .collect(
                        Collectors.toMap(
                                entity -> entity.path("id").asText(),
                                RealEstateIT::comparable,
                                (one, other) -> other,
                                TreeMap::new));
    }

    private static JsonNode comparable(JsonNode entity) {
        ObjectNode copy = entity.deepCopy();
        copy.remove(List.of("updated_at", "created_at", "ttl", "password"));
        if (isHashed(copy) || copy.path("hash_secret").asBoolean()) {
            copy.remove("client_secret");
        }
        return Sets.sorted(copy);
    }
}
