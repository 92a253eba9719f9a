package io.silverback.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverback.simulator.Client.Reply;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ann may read the service cart and make things below it; nobody else's till concerns her. */
class EntityAccessTest {
    private static final String[] ROOT = {"Kong-Admin-Token", "root-token"};
    private static final String[] ANN = {"Kong-Admin-Token", "ann-token"};
    private static final String UNKNOWN = "51111111-2222-4333-8444-555555555555";

    private final Simulator simulator =
            Simulator.start(
                    SimulatorOptions.postgres("green")
                            .withAdminToken("root-token")
                            .withSettings(Map.of("enforce_rbac", "entity")));
    private final Client admin = new Client(simulator.adminUrl());

    @BeforeEach
    void annReadsTheCart() throws IOException {
        write("POST", "/rbac/roles", "{\"name\":\"reader\"}", ROOT);
        write("POST", "/rbac/users", "{\"name\":\"ann\",\"user_token\":\"ann-token\"}", ROOT);
        write("POST", "/rbac/users/ann/roles", "{\"roles\":\"reader\"}", ROOT);
        right(service("cart"), "read,create");
        service("till");
        write("POST", "/services/cart/routes", "{\"name\":\"hidden\",\"paths\":[\"/a\"]}", ROOT);
    }

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void asksForTheRightToOneEntity() throws IOException {
        assertThat(admin.get("/services/cart", ANN).status()).isEqualTo(200);
        assertThat(admin.get("/services/till", ANN).status()).isEqualTo(403);
        assertThat(status("PATCH", "/services/cart", "{\"port\":81}")).isEqualTo(403);
        assertThat(status("DELETE", "/services/cart", "")).isEqualTo(403);
        assertThat(admin.get("/services/" + UNKNOWN, ANN).status()).isEqualTo(403);
        assertThat(admin.get("/services", "Kong-Admin-Token", "nobody").status()).isEqualTo(401);
    }

    @Test
    void showsOfACollectionWhatMayBeRead() throws IOException {
        assertThat(admin.get("/services", ROOT).data()).hasSize(2);
        assertThat(admin.get("/services", ANN).data())
                .singleElement()
                .hasFieldOrPropertyWithValue("name", "cart");
        assertThat(admin.get("/routes", ANN).data()).isEmpty();
    }

    @Test
    void cutsPagesBeforeItHidesWhatMayNotBeRead() throws IOException {
        Reply first = admin.get("/services?size=1", ANN);
        Reply second = admin.get(String.valueOf(first.body().get("next")), ANN);

        assertThat(first.data().size() + second.data().size()).isEqualTo(1);
        assertThat(second.body().get("next")).isNull();
    }

    @Test
    void asksForTheRightToTheParentOfAList() throws IOException {
        Reply below = admin.get("/services/cart/routes", ANN);

        assertThat(below.status()).isEqualTo(200);
        assertThat(below.data()).isEmpty();
        assertThat(admin.get("/services/till/routes", ANN).status()).isEqualTo(403);
    }

    @Test
    void createsBelowAParentWithTheRightToCreateThere() throws IOException {
        String route = "{\"name\":\"mine\",\"paths\":[\"/mine\"]}";
        assertThat(status("POST", "/services/till/routes", route)).isEqualTo(403);
        assertThat(status("POST", "/services/cart/routes", route)).isEqualTo(201);

        assertThat(admin.get("/services/cart/routes", ANN).data()).hasSize(1);
        assertThat(status("PATCH", "/routes/mine", "{\"tags\":[\"a\"]}")).isEqualTo(200);
    }

    @Test
    void letsWhoeverCreatesAnEntityOwnIt() throws IOException {
        assertThat(status("POST", "/services", "{\"name\":\"own\",\"host\":\"a.test\"}"))
                .isEqualTo(201);

        assertThat(admin.get("/services", ANN).data()).hasSize(2);
        Reply roles = admin.get("/rbac/users/ann/roles", ROOT);
        assertThat(roles.body().list("roles")).extracting("name").contains("ann");
        assertThat(admin.get("/rbac/roles/ann/entities", ROOT).data()).hasSize(1);

        assertThat(status("DELETE", "/services/own", "")).isEqualTo(204);
        assertThat(admin.get("/rbac/roles/ann/entities", ROOT).data()).isEmpty();
    }

    @Test
    void createsByPutOnlyWithARightToMoreThanOneEntity() throws IOException {
        String body = "{\"host\":\"a.test\"}";
        assertThat(status("PUT", "/services/new", body)).isEqualTo(403);
        assertThat(status("PUT", "/services/" + UNKNOWN, body)).isEqualTo(403);
        assertThat(admin.get("/services", ROOT).data()).hasSize(2);

        right("*", "update");

        assertThat(status("PUT", "/services/new", body)).isEqualTo(200);
        assertThat(admin.get("/services/new", ANN).status()).isEqualTo(200);
    }

    @Test
    void asksForTheRightToTheParentOfWhatIsPutBelowIt() throws IOException {
        right("*", "update");
        write(
                "POST",
                "/rbac/roles/reader/entities",
                "{\"entity_id\":\""
                        + admin.get("/services/till", ROOT).id()
                        + "\",\"actions\":\"update\",\"negative\":true}",
                ROOT);
        String body = "{\"paths\":[\"/b\"]}";

        assertThat(status("PUT", "/services/till/routes/b", body)).isEqualTo(403);
        assertThat(status("PUT", "/services/cart/routes/b", body)).isEqualTo(200);
    }

    private int status(String method, String path, String body) throws IOException {
        return admin.send(method, path, body, ANN).status();
    }

    private String service(String name) throws IOException {
        String body = "{\"name\":\"" + name + "\",\"host\":\"a.test\"}";
        return write("POST", "/services", body, ROOT).id();
    }

    private void right(String entity, String actions) throws IOException {
        String body = "{\"entity_id\":\"" + entity + "\",\"actions\":\"" + actions + "\"}";
        write("POST", "/rbac/roles/reader/entities", body, ROOT);
    }

    private Reply write(String method, String path, String body, String... headers)
            throws IOException {
        Reply reply = admin.send(method, path, body, headers);
        assertThat(reply.status()).as(Client.text(reply)).isEqualTo(201);
        return reply;
    }
}
