package io.silverback.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.silverback.simulator.schema.Document;
import io.silverback.simulator.schema.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A simulator on Kong's own tables, with the rows of a real gateway loaded by SQL. */
class PostgresTablesTest extends OnKongsTables {
    private static final List<String> TABLES =
            List.of(
                    "workspaces",
                    "consumers",
                    "certificates",
                    "ca_certificates",
                    "upstreams",
                    "targets",
                    "services",
                    "routes",
                    "plugins",
                    "snis",
                    "key_sets",
                    "keys",
                    "sm_vaults",
                    "acls",
                    "basicauth_credentials",
                    "hmacauth_credentials",
                    "jwt_secrets",
                    "keyauth_credentials",
                    "oauth2_credentials",
                    "oauth2_tokens");

    private static final List<String> COLLECTIONS =
            List.of(
                    "services",
                    "routes",
                    "consumers",
                    "plugins",
                    "upstreams",
                    "key-auths",
                    "basic-auths",
                    "hmac-auths",
                    "jwts",
                    "oauth2",
                    "acls",
                    "snis",
                    "key-sets",
                    "vaults",
                    "ca_certificates");

    @Test
    void showsLoadedRowsAtOnceAsTheRealGatewayDid() throws IOException, SQLException {
        load();
        int compared = 0;
        for (String path : COLLECTIONS) {
            Map<String, Object> recorded = recorded("/" + path + "?size=1000");
            Map<String, Object> shown = byId(admin.get("/" + path + "?size=1000").body());
            assertThat(shown.keySet()).as(path).isEqualTo(recorded.keySet());
            shown.forEach((id, entity) -> assertThat(entity).as(path).isEqualTo(recorded.get(id)));
            compared += shown.size();
        }
        assertThat(compared).isGreaterThan(400);
        assertThat(admin.get("/upstreams/orders.upstream/targets").data()).isNotEmpty();
    }

    @Test
    void letsLoadedConsumersInAfterTheCacheIsDeleted() throws IOException, SQLException {
        assertThat(proxied("/", "X-Any", "any")).isEqualTo(404);
        load();
        write("/services", "{\"name\":\"probe\",\"host\":\"example.test\"}");
        write("/services/probe/routes", "{\"paths\":[\"/probe\"]}");
        assertThat(credentials()).isGreaterThan(20);
        write("/services/probe/plugins", "{\"name\":\"key-auth\"}");
        String key =
                sql(
                        "SELECT key FROM keyauth_credentials WHERE ttl IS NULL AND key ~ '^[a-z0-9-]+$' AND consumer_id NOT IN (SELECT consumer_id FROM plugins WHERE consumer_id IS NOT NULL) ORDER BY key LIMIT 1");
        String consumer =
                sql("SELECT consumer_id FROM keyauth_credentials WHERE key = '" + key + "'");
        assertThat(proxied("/probe", "apikey", key)).isEqualTo(200);

        sql("DELETE FROM keyauth_credentials WHERE key = '" + key + "' RETURNING id");
        assertThat(proxied("/probe", "apikey", key)).isEqualTo(200);
        assertThat(admin.get("/consumers/" + consumer + "/key-auth/" + key).status())
                .isEqualTo(404);
        admin.send("DELETE", "/cache", "");
        assertThat(proxied("/probe", "apikey", key)).isEqualTo(401);
    }

    @Test
    void writesRowsAsKongDoes() throws IOException, SQLException {
        write("/consumers", "{\"username\":\"bob\",\"tags\":[\"b\",\"a\"]}");
        write("/consumers/bob/acls", "{\"group\":\"g\"}");
        write("/consumers/bob/key-auth", "{\"key\":\"k\",\"ttl\":10000000}");
        String workspace = sql("SELECT id FROM workspaces WHERE name = 'default'");
        String bob = sql("SELECT id FROM consumers WHERE username = 'bob'");
        assertThat(sql("SELECT cache_key FROM acls"))
                .isEqualTo("acls:" + bob + ":g::::" + workspace);
        assertThat(sql("SELECT extract(epoch FROM ttl - created_at)::int FROM keyauth_credentials"))
                .isEqualTo("10000000");
        assertThat(sql("SELECT array_to_string(tags, ',') FROM tags WHERE entity_name='consumers'"))
                .isEqualTo("b,a");
        admin.send("DELETE", "/consumers/bob", "");
        assertThat(sql("SELECT count(*) FROM acls")).isEqualTo("0");
    }

    @Test
    void answersTheDatabasesOwnErrors() throws IOException, SQLException {
        sql("INSERT INTO workspaces (id, name) VALUES (gen_random_uuid(), 'other') RETURNING id");
        sql(
                "INSERT INTO key_sets (id, name, ws_id) SELECT gen_random_uuid(), 'shared', id FROM"
                        + " workspaces WHERE name = 'other' RETURNING id");
        Client.Reply unique = admin.send("POST", "/key-sets", "{\"name\":\"shared\"}");
        assertThat(unique.status()).isEqualTo(409);
        assertThat(unique.body())
                .containsEntry("code", 5)
                .containsEntry("message", "UNIQUE violation detected on '{name=\"shared\"}'");
        Client.Reply nul = admin.send("POST", "/consumers", "{\"username\":\"a\\u0000b\"}");
        assertThat(nul.status()).isEqualTo(500);
        assertThat(nul.body()).containsEntry("message", "An unexpected error occurred");
        assertThat(admin.get("/consumers").data()).isEmpty();
    }

    private static Map<String, Object> recorded(String path) throws IOException {
        for (String line : Files.readAllLines(KONG.resolve("recordings/estate-postgres.jsonl"))) {
            Document exchange = Document.of(Json.object(line.getBytes(UTF_8)));
            Document request = exchange.document("request");
            if ("GET".equals(request.get("method")) && path.equals(request.get("path"))) {
                String body = String.valueOf(exchange.document("response").get("body"));
                return byId(Document.of(Json.object(body.getBytes(UTF_8))));
            }
        }
        throw new IOException("Not recorded: " + path);
    }

    /** The entities by id; without what only the moment decides. */
    private static Map<String, Object> byId(Document page) {
        Map<String, Object> entities = new TreeMap<>();
        page.list("data")
                .forEach(
                        entity -> {
                            Document document = Document.of((Map<?, ?>) entity);
                            document.remove("ttl");
                            if (!isGoneByNow(document)) {
                                entities.put(String.valueOf(document.get("id")), document);
                            }
                        });
        return entities;
    }

    /** The tables' own triggers remove what has come to its end by the time of day. */
    private static boolean isGoneByNow(Document row) {
        return String.valueOf(row.get("key")).startsWith("expiring-");
    }

    private int credentials() throws IOException {
        int right = 0;
        for (Document row : rows("basicauth_credentials")) {
            Client.Reply shown =
                    admin.get(
                            "/consumers/"
                                    + row.get("consumer_id")
                                    + "/basic-auth/"
                                    + row.get("id"));
            assertThat(shown.body().get("password")).isEqualTo(row.get("password"));
            right++;
        }
        return right;
    }

    private static List<Document> rows(String table) throws IOException {
        return Files.readAllLines(KONG.resolve("rows/postgres/" + table + ".jsonl")).stream()
                .skip(1)
                .map(line -> Document.of(Json.object(line.getBytes(UTF_8))).document("row"))
                .toList();
    }

    /** Loads a real gateway's rows; their workspace becomes the one that is there. */
    private void load() throws IOException, SQLException {
        String workspace = sql("SELECT id FROM workspaces WHERE name = 'default'");
        String theirs = String.valueOf(rows("workspaces").get(0).get("id"));
        try (Connection connection = DriverManager.getConnection(url())) {
            connection.setAutoCommit(false);
            for (String table : TABLES.subList(1, TABLES.size())) {
                String insert =
                        "INSERT INTO %s SELECT * FROM jsonb_populate_record(NULL::%s, ?::jsonb)"
                                .formatted(table, table);
                try (PreparedStatement statement = connection.prepareStatement(insert)) {
                    for (Document row : rows(table)) {
                        if (isGoneByNow(row)) {
                            continue;
                        }
                        statement.setString(
                                1, Json.text(Json.bytes(row)).replace(theirs, workspace));
                        statement.addBatch();
                    }
                    statement.executeBatch();
                }
            }
            connection.commit();
        }
    }
}
