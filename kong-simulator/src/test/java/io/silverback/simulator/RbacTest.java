package io.silverback.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverback.simulator.Client.Reply;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RbacTest {
    private static final String[] ROOT = {"Kong-Admin-Token", "root-token"};
    private static final String[] ANN = {"Kong-Admin-Token", "ann-token"};

    private final Simulator simulator =
            Simulator.start(SimulatorOptions.postgres("green").withAdminToken("root-token"));
    private final Client admin = new Client(simulator.adminUrl());

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void refusesTokensThatItDoesNotKnow() throws IOException {
        assertThat(admin.get("/services").status()).isEqualTo(401);
        assertThat(admin.get("/services", ANN).status()).isEqualTo(401);
        assertThat(admin.get("/services", ROOT).status()).isEqualTo(200);
    }

    @Test
    void allowsWhatRolesAllowAndNothingElse() throws IOException {
        ann();
        grant("{\"workspace\":\"*\",\"endpoint\":\"*\",\"actions\":\"read\"}");
        grant(
                "{\"workspace\":\"default\",\"endpoint\":\"/consumers\",\"actions\":\"read,create\",\"negative\":true}");

        assertThat(admin.get("/services", ANN).status()).isEqualTo(200);
        assertThat(admin.get("/consumers", ANN).status()).isEqualTo(403);
        Reply created = admin.send("POST", "/services", "{\"host\":\"a.test\"}", ANN);
        assertThat(created.status()).isEqualTo(403);
        assertThat(created.body().text("message"))
                .isEqualTo("ann, you do not have permissions to create this resource");
    }

    @Test
    void takesARoleAwayAgain() throws IOException {
        ann();
        grant("{\"workspace\":\"*\",\"endpoint\":\"*\",\"actions\":\"*\"}");
        assertThat(admin.get("/rbac/users/ann/roles", ROOT).body().list("roles")).hasSize(1);

        admin.send("DELETE", "/rbac/users/ann/roles", "{\"roles\":\"reader\"}", ROOT);

        assertThat(admin.get("/services", ANN).status()).isEqualTo(403);
    }

    @Test
    void showsATokenOnlyInItsHiddenForm() throws IOException {
        Reply user = ann();

        assertThat(user.body().text("user_token")).startsWith("$2b$09$").hasSize(60);
        assertThat(user.body().text("user_token_ident")).hasSize(5);
    }

    private Reply ann() throws IOException {
        admin.send("POST", "/rbac/roles", "{\"name\":\"reader\"}", ROOT);
        Reply user =
                admin.send(
                        "POST",
                        "/rbac/users",
                        "{\"name\":\"ann\",\"user_token\":\"ann-token\"}",
                        ROOT);
        assertThat(user.status()).isEqualTo(201);
        admin.send("POST", "/rbac/users/ann/roles", "{\"roles\":\"reader\"}", ROOT);
        return user;
    }

    private void grant(String permission) throws IOException {
        assertThat(admin.send("POST", "/rbac/roles/reader/endpoints", permission, ROOT).status())
                .isEqualTo(201);
    }
}
