package io.silverback.quickstart.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.Row;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.silverback.kong.database.Recorded;
import io.silverback.kong.database.cassandra.Blue;
import io.silverback.kong.database.cassandra.CassandraProcess;
import io.silverback.kong.database.postgres.KongDatabase;
import io.silverback.quickstart.clients.ClientStream;
import io.silverback.quickstart.clients.Load;
import io.silverback.quickstart.estate.ClientRequest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Moves the rows of a real Kong 3.3.1 from a real Cassandra into a real PostgreSQL, through all
 * services. Green's gateway serves what lies in PostgreSQL.
 */
class RowsIT {

    private static final String TOKEN = "issued-during-the-cutover";
    private static final Duration LIMIT = Duration.ofMinutes(4);
    private static final Path SHARED = Path.of(System.getProperty("kong.shared"));
    private static final Path STATE = SHARED.resolve("state/blue-deck-1.29.1-with-id.yaml");
    private static final Path TABLES = SHARED.resolve("db/postgres-schema.sql");
    private static final List<String> SECRETS = List.of("/basic-auths", "/oauth2", "/key-auths");

    @Test
    void everyHashAndTokenIsOnGreenAndNothingIsLeftToPeople(@TempDir Path data)
            throws IOException, InterruptedException, SQLException {
        assumeThat(STATE).as("recorded state").exists();
        try (CassandraProcess cassandra =
                        CassandraProcess.start(Files.createDirectories(data.resolve("cassandra")));
                CqlSession session = Blue.connect(cassandra)) {
            Blue.createTables(session);
            Blue.fill(session);
            KongDatabase green = KongDatabase.create();
            green.workspace(Recorded.defaultWorkspace("postgres"), "default");
            green.migrate();
            Path estate = BirthDates.added(STATE, data.resolve("estate.yaml"));
            try (RunningSilverback silverback = start(data, estate, cassandra, green);
                    ClientStream clients = clients(silverback)) {
                assertThat(clients).isNotNull();
                givePairs(silverback, session);
                giveEnds(silverback, session);
                String plan =
                        silverback.submit(
                                Plans.yaml("rows", List.of("default"))
                                        .replace("transport: admin-api", "transport: rows")
                                        .replace(
                                                "cutover: {approvers: 0}",
                                                "cutover: {approvers: 1}"));
                assertTokensOfLiveTrafficFollow(silverback, plan, session);
                assertMoved(silverback, plan, green);
            }
        }
    }

    private static ClientStream clients(RunningSilverback silverback) {
        return ClientStream.start(
                URI.create("http://127.0.0.1:" + silverback.ports().edgeProxy()),
                List.of(new ClientRequest("nobody.test", "/", null)),
                Load.open(100, Duration.ofSeconds(5)).ofClients(64));
    }

    /** Green has been loaded and waits for a person: what blue issues meanwhile comes as well. */
    private static void assertTokensOfLiveTrafficFollow(
            RunningSilverback silverback, String plan, CqlSession session) {
        Awaitility.await()
                .atMost(LIMIT)
                .ignoreExceptions()
                .until(() -> !cutover(silverback, plan).equals("waiting"));
        assertThat(cutover(silverback, plan))
                .as(silverback.plan(plan).toString())
                .isEqualTo("awaiting-go");
        assertThat(presentToken(silverback)).as("green remembers this miss").isEqualTo(401);
        issueToken(silverback, session);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> presentToken(silverback), status -> status == 200);
        silverback.go("rows-clients");
    }

    private static String cutover(RunningSilverback silverback, String plan) {
        return silverback.plan(plan).path("cutovers").get(0).path("state").asText();
    }

    /** What green's clients get who come with the token. */
    private static int presentToken(RunningSilverback silverback) {
        URI url = URI.create("http://127.0.0.1:" + silverback.ports().greenProxy() + "/t/oauth");
        return silverback
                .send(
                        HttpRequest.newBuilder(url)
                                .version(HttpClient.Version.HTTP_1_1)
                                .header("Authorization", "Bearer " + TOKEN)
                                .GET())
                .statusCode();
    }

    /** As blue would issue it to a client of the service: with a time to live. */
    private static void issueToken(RunningSilverback silverback, CqlSession session) {
        Row like = session.execute("SELECT JSON * FROM kong.oauth2_tokens LIMIT 1").one();
        assertThat(like).isNotNull();
        JsonNode route =
                silverback.collection(silverback.ports().blueAdmin(), "/routes").stream()
                        .filter(one -> one.path("name").asText().equals("login-oauth"))
                        .findFirst()
                        .orElseThrow();
        ObjectNode row = json(like.getString(0));
        row.put("id", UUID.randomUUID().toString());
        row.put("service_id", route.path("service").path("id").asText());
        row.put("access_token", row.path("ws_id").asText() + ":" + TOKEN);
        row.put("created_at", Instant.now().truncatedTo(ChronoUnit.MILLIS).toString());
        row.put("expires_in", 3600);
        row.putNull("refresh_token");
        session.execute("INSERT INTO kong.oauth2_tokens JSON ? USING TTL 3600", row.toString());
    }

    private static ObjectNode json(String text) {
        try {
            return (ObjectNode) new ObjectMapper().readTree(text);
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(wrong);
        }
    }

    private static void assertMoved(RunningSilverback silverback, String plan, KongDatabase green)
            throws SQLException {
        Awaitility.await()
                .atMost(LIMIT)
                .ignoreExceptions()
                .until(() -> !silverback.plan(plan).path("state").asText().equals("live"));
        JsonNode end = silverback.plan(plan);

        assertThat(end.path("state").asText()).as(end.toString()).isEqualTo("completed");
        assertThat(end.path("migrations"))
                .allSatisfy(migration -> assertThat(migration.path("attention")).isEmpty());
        for (String secrets : SECRETS) {
            assertThat(bodies(silverback, silverback.ports().greenAdmin(), secrets))
                    .as(secrets)
                    .isEqualTo(bodies(silverback, silverback.ports().blueAdmin(), secrets))
                    .isNotEmpty();
        }
        assertThat(green.count("oauth2_tokens")).isPositive();
        assertThat(green.count("sessions")).isPositive();
    }

    /** Private keys were taken out of the recorded rows; blue serves with pairs of its own. */
    private static void givePairs(RunningSilverback silverback, CqlSession session) {
        for (JsonNode one :
                silverback.collection(silverback.ports().blueAdmin(), "/certificates")) {
            session.execute(
                    "UPDATE kong.certificates SET cert = ?, key = ?, cert_alt = ?, key_alt = ?"
                            + " WHERE partition = 'certificates' AND id = ?",
                    text(one, "cert"),
                    text(one, "key"),
                    text(one, "cert_alt"),
                    text(one, "key_alt"),
                    UUID.fromString(one.path("id").asText()));
        }
    }

    /** Keys that expire end on blue and in its rows at the same moment. */
    private static void giveEnds(RunningSilverback silverback, CqlSession session) {
        for (JsonNode one : silverback.collection(silverback.ports().blueAdmin(), "/key-auths")) {
            if (one.path("ttl").isNumber()) {
                UUID id = UUID.fromString(one.path("id").asText());
                Row row =
                        session.execute(
                                        "SELECT JSON * FROM kong.keyauth_credentials WHERE id = ?",
                                        id)
                                .one();
                assertThat(row).as("row of key %s", id).isNotNull();
                session.execute(
                        "INSERT INTO kong.keyauth_credentials JSON ? USING TTL ?",
                        row.getString(0),
                        one.path("ttl").asInt());
            }
        }
    }

    private static String text(JsonNode entity, String field) {
        return entity.path(field).isTextual() ? entity.path(field).asText() : null;
    }

    private static Map<String, JsonNode> bodies(
            RunningSilverback silverback, int adminPort, String collection) {
        return silverback.collection(adminPort, collection).stream()
                .collect(
                        Collectors.toMap(
                                entity -> entity.path("id").asText(),
                                RowsIT::secret,
                                (one, other) -> other,
                                TreeMap::new));
    }

    private static JsonNode secret(JsonNode credential) {
        for (String field : List.of("password", "client_secret", "key")) {
            if (credential.has(field)) {
                return credential.path(field);
            }
        }
        throw new AssertionError("no secret in " + credential.path("id"));
    }

    private static RunningSilverback start(
            Path data, Path estate, CassandraProcess cassandra, KongDatabase green)
            throws IOException {
        Path password = Files.writeString(data.resolve("password"), "trusted");
        String server = green.url().replaceAll("^jdbc:postgresql://([^/]+)/.*$", "$1");
        Path databases =
                Files.writeString(
                        data.resolve("databases.yaml"),
                        """
                        gateways:
                          blue:
                            cassandra: {contactPoints: ["127.0.0.1:%d"], datacenter: datacenter1}
                          green:
                            postgres:
                              server: "%s"
                              database: %s
                              account: {role: kong, password: {file: "%s"}}
                        simulators:
                          blue: [--edition, oss]
                          green: [--edition, oss, --postgres-url, "%s", --postgres-schema, "%s"]
                        """
                                .formatted(
                                        cassandra.address().getPort(),
                                        server,
                                        green.name(),
                                        password,
                                        green.url(),
                                        TABLES.toAbsolutePath()));
        return RunningSilverback.start(
                data.resolve("silverback"),
                23_000,
                "--estate",
                estate.toString(),
                "--hashed-credentials",
                "--gateway-databases",
                databases.toString());
    }
}
