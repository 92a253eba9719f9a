package io.silverback.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverback.simulator.Client.Reply;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Paths of the Admin API that belong to no entity. */
class NodePathsTest {
    private final Simulator simulator = Simulator.start(SimulatorOptions.postgres("green"));
    private final Client admin = new Client(simulator.adminUrl());

    @AfterEach
    void close() {
        simulator.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/schemas | Not found",
                "/schemas/services/validate/more | Not found",
                "/schemas/nothing | No entity named 'nothing'",
                "/schemas/plugins/nothing | No plugin named 'nothing'",
                "/status/more | Not found",
                "/cache/nothing | Not found"
            })
    void saysWhatItDoesNotKnow(String path, String message) throws IOException {
        Reply reply = admin.get(path);

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.body()).containsEntry("message", message);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /schemas/services/validate",
        "PUT, /schemas/services/validate",
        "GET, /schemas/plugins/validate",
        "POST, /schemas/services",
        "DELETE, /schemas/plugins/acl",
        "POST, /status",
        "PUT, /endpoints",
        "POST, /plugins/enabled",
        "GET, /cache",
        "POST, /"
    })
    void takesOnlyTheMethodsOfAPath(String method, String path) throws IOException {
        Reply reply = admin.send(method, path, "");

        assertThat(reply.status()).isEqualTo(405);
        assertThat(reply.body()).containsEntry("message", "Method not allowed");
    }

    @Test
    void listsTheMethodsOfAPath() throws IOException {
        Reply validate = admin.send("OPTIONS", "/schemas/services/validate", "");
        Reply schema = admin.send("OPTIONS", "/schemas/services", "");

        assertThat(validate.response().headers().firstValue("Allow")).hasValue("OPTIONS, POST");
        assertThat(schema.response().headers().firstValue("Allow")).hasValue("GET, HEAD, OPTIONS");
    }

    @Test
    void validatesWithoutStoring() throws IOException {
        Reply right = admin.send("POST", "/schemas/services/validate", "{\"host\":\"a.test\"}");
        Reply wrong = admin.send("POST", "/schemas/services/validate", "{\"name\":\"a\"}");

        assertThat(right.body()).containsEntry("message", "schema validation successful");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(admin.get("/services").data()).isEmpty();
    }

    @Test
    void listsWhatAnEnterpriseGatewayHasBesidesEntities() throws IOException {
        List<?> paths = admin.get("/endpoints").body().list("data");

        assertThat(paths)
                .asString()
                .contains(
                        "/consumer_groups/{consumer_groups}/consumers",
                        "/rbac/users/{rbac_users}/roles",
                        "/workspaces/{workspaces}/meta")
                .doesNotContain("/members", "/user-roles", "{consumer_group_consumers}");
    }

    @Test
    void knowsNoEnterprisePathsInOpenSource() throws IOException {
        SimulatorOptions oss = SimulatorOptions.postgres("oss").withEnterprise(false);
        try (Simulator kong = Simulator.start(oss)) {
            Client client = new Client(kong.adminUrl());
            assertThat(client.get("/endpoints").body().list("data").toString())
                    .doesNotContain("rbac", "consumer_groups", "/meta");
        }
    }
}
