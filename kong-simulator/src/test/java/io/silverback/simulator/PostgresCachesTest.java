package io.silverback.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rows that come into Kong's own tables behind its back, and what makes its nodes see them. */
class PostgresCachesTest extends OnKongsTables {
    private static final String BOB = "11111111-2222-4333-8444-555555555555";

    /** Both nodes have seen that bob's key is unknown and that nothing is under /moved. */
    @BeforeEach
    void comesBehindItsBack() throws IOException, SQLException {
        write("/services", "{\"name\":\"probe\",\"host\":\"example.test\"}");
        write("/services/probe/routes", "{\"name\":\"probe\",\"paths\":[\"/probe\"]}");
        write("/services/probe/routes", "{\"name\":\"other\",\"paths\":[\"/other\"]}");
        write("/services/probe/plugins", "{\"name\":\"key-auth\"}");
        write("/consumers", "{\"username\":\"alice\"}");
        write("/consumers/alice/key-auth", "{\"key\":\"of-alice\"}");
        time.advance(INTERVAL);
        assertSeen(0, 401, 404);
        assertSeen(1, 401, 404);
        String workspace = sql("SELECT id FROM workspaces WHERE name = 'default'");
        sql(
                "INSERT INTO consumers (id, username, ws_id) VALUES ('%s', 'bob', '%s') RETURNING id"
                        .formatted(BOB, workspace));
        sql(
                "INSERT INTO keyauth_credentials (id, key, consumer_id, ws_id) VALUES"
                        + " (gen_random_uuid(), 'of-bob', '%s', '%s') RETURNING id"
                                .formatted(BOB, workspace));
        sql("UPDATE routes SET paths = '{/moved}' WHERE name = 'other' RETURNING id");
    }

    @Test
    void showsAllInItsAdminApiAndNothingInItsProxies() throws IOException {
        time.advance(Duration.ofDays(1));
        assertSeen(0, 401, 404);
        assertSeen(1, 401, 404);
        assertThat(admin.get("/consumers/bob/key-auth/of-bob").status()).isEqualTo(200);
        assertThat(admin.get("/routes/other").body().list("paths").toString())
                .isEqualTo("[/moved]");
    }

    @Test
    void seesRoutesAfterAReloadButNotWhatItHadMissed() throws IOException {
        admin.send("POST", "/__simulator/node/reload", "");
        assertSeen(0, 401, 401);
        assertSeen(1, 401, 404);
    }

    @Test
    void seesAllAfterARestart() throws IOException {
        new Client(kong.adminUrls().get(1)).send("POST", "/__simulator/node/restart", "");
        assertSeen(1, 200, 401);
        assertSeen(0, 401, 404);
    }

    @Test
    void seesRoutesAfterAPatchOfAnyButOnlyTheCredentialThatIsPatched() throws IOException {
        patch("/routes/probe");
        assertSeen(0, 401, 401);
        assertSeen(1, 401, 404);
        time.advance(INTERVAL);
        assertSeen(1, 401, 401);

        patch("/consumers/alice/key-auth/of-alice");
        time.advance(INTERVAL);
        assertSeen(0, 401, 401);

        patch("/consumers/bob/key-auth/of-bob");
        assertSeen(0, 200, 401);
        assertSeen(1, 401, 401);
        time.advance(INTERVAL);
        assertSeen(1, 200, 401);
    }

    @Test
    void forgetsWhatItMissedWhenTheCacheOfItsNodeIsDeleted() throws IOException {
        admin.send("DELETE", "/cache", "");
        assertSeen(0, 200, 404);
        assertSeen(1, 401, 404);
        time.advance(INTERVAL);
        assertSeen(0, 200, 401);
        assertSeen(1, 401, 404);
    }

    @Test
    void hearsRowsOfClusterEventsOnEveryNode() throws IOException, SQLException {
        event("router:version");
        assertSeen(0, 401, 404);
        time.advance(INTERVAL);
        assertSeen(0, 401, 401);
        assertSeen(1, 401, 401);

        event("keyauth_credentials:of-bob:::::" + BOB);
        time.advance(INTERVAL);
        assertSeen(0, 200, 401);
        assertSeen(1, 200, 401);
    }

    /** What bob is answered, and what somebody without a key under the path that was moved. */
    private void assertSeen(int node, int bob, int moved) throws IOException {
        assertThat(proxied(node, "/probe", "of-bob")).isEqualTo(bob);
        assertThat(proxied(node, "/moved", "of-nobody")).isEqualTo(moved);
    }

    private void patch(String path) throws IOException {
        assertThat(admin.send("PATCH", path, "{}").status()).isEqualTo(200);
    }

    private void event(String data) throws SQLException {
        sql(
                "INSERT INTO cluster_events (id, node_id, at, expire_at, channel, data) VALUES"
                        + " (gen_random_uuid(), gen_random_uuid(), now(), now() + interval '1 hour',"
                        + " 'invalidations', '%s') RETURNING id".formatted(data));
    }
}
