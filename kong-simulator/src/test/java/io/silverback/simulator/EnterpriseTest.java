package io.silverback.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.silverback.simulator.Client.Reply;
import io.silverback.simulator.load.SelfSigned;
import io.silverback.simulator.schema.Document;
import io.silverback.simulator.schema.Json;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EnterpriseTest {
    private final Simulator simulator = Simulator.start(SimulatorOptions.postgres("green"));
    private final Client admin = new Client(simulator.adminUrl());

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void keepsTheMembersOfAGroupAndWhatItOverrides() throws IOException {
        admin.send("POST", "/consumer_groups", "{\"name\":\"gold\"}");
        admin.send("POST", "/consumers", "{\"username\":\"ann\"}");

        Reply added =
                admin.send("POST", "/consumer_groups/gold/consumers", "{\"consumer\":\"ann\"}");
        Reply overridden =
                admin.send(
                        "PUT",
                        "/consumer_groups/gold/overrides/plugins/rate-limiting-advanced",
                        "{\"config\":{\"limit\":[10],\"window_size\":[60]}}");

        assertThat(added.status()).isEqualTo(201);
        assertThat(admin.get("/consumer_groups/gold/consumers").body().list("consumers"))
                .hasSize(1);
        assertThat(overridden.body().text("plugin")).isEqualTo("rate-limiting-advanced");
    }

    @Test
    void showsAFileWithTheChecksumOfItsContents() throws IOException {
        Reply file =
                admin.send("POST", "/files", "{\"path\":\"content/a.md\",\"contents\":\"hello\"}");

        assertThat(file.body().text("checksum"))
                .isEqualTo("2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824");
    }

    @Test
    void countsEachWorkspaceAlone() throws IOException {
        admin.send("POST", "/workspaces", "{\"name\":\"orders\"}");
        admin.send("POST", "/orders/developers", "{\"email\":\"a@b.test\"}");
        admin.send("POST", "/orders/services", "{\"host\":\"a.test\"}");

        assertThat(admin.get("/workspaces/orders/meta").body().document("counts"))
                .containsEntry("services", 1)
                .containsEntry("developers", 1);
        assertThat(admin.get("/developers").data()).isEmpty();
    }

    @Test
    void notesRequestsWhereItsAuditIsOn() throws IOException {
        SimulatorOptions options =
                SimulatorOptions.postgres("audited").withSettings(Map.of("audit_log", "on"));
        try (Simulator audited = Simulator.start(options)) {
            Client client = new Client(audited.adminUrl());
            client.send("POST", "/services", "{\"host\":\"a.test\"}");

            assertThat(client.get("/audit/requests").data())
                    .singleElement(InstanceOfAssertFactories.MAP)
                    .containsEntry("method", "POST")
                    .containsEntry("path", "/services")
                    .containsEntry("status", 201);
        }
    }

    @Test
    void notesTheRowsThatAreWrittenWhereItsAuditIsOn() throws IOException {
        SimulatorOptions options =
                SimulatorOptions.postgres("audited").withSettings(Map.of("audit_log", "on"));
        try (Simulator audited = Simulator.start(options)) {
            Client client = new Client(audited.adminUrl());
            client.send("PUT", "/services/cart", "{\"host\":\"a.test\"}");
            client.send("PATCH", "/services/cart", "{\"host\":\"b.test\"}");
            client.send("PATCH", "/services/cart", "{\"port\":-1}");
            client.send("DELETE", "/services/cart", "");

            assertThat(client.get("/audit/objects").data())
                    .extracting("dao_name", "operation")
                    .containsExactlyInAnyOrder(
                            tuple("services", "create"),
                            tuple("services", "update"),
                            tuple("services", "delete"));
        }
    }

    @Test
    void hasLicencesOnceForAllWorkspaces() throws IOException {
        admin.send("POST", "/workspaces", "{\"name\":\"orders\"}");
        admin.send("POST", "/orders/licenses", "{\"payload\":\"{}\"}");

        assertThat(admin.get("/licenses").data()).hasSize(1);
    }

    @Test
    void hasCaCertificatesOnceForAllWorkspaces() throws Exception {
        admin.send("POST", "/workspaces", "{\"name\":\"orders\"}");
        String body = Json.text(Json.bytes(Document.of("cert", certificate())));

        Reply created = admin.send("POST", "/orders/ca_certificates", body);

        assertThat(created.status()).isEqualTo(201);
        assertThat(admin.get("/ca_certificates").data()).hasSize(1);
        assertThat(admin.get("/ca_certificates/" + created.id()).body())
                .isEqualTo(admin.get("/orders/ca_certificates/" + created.id()).body());
        assertThat(admin.send("POST", "/ca_certificates", body).status()).isEqualTo(409);
        assertThat(admin.get("/workspaces/orders/meta").body().document("counts"))
                .doesNotContainKey("ca_certificates");

        admin.send("DELETE", "/ca_certificates/" + created.id(), "");
        assertThat(admin.get("/orders/ca_certificates").data()).isEmpty();
    }

    private static String certificate() throws GeneralSecurityException {
        KeyPairGenerator pairs = KeyPairGenerator.getInstance("EC");
        byte[] certificate = SelfSigned.certificate(pairs.generateKeyPair(), null);
        return "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder().encodeToString(certificate)
                + "\n-----END CERTIFICATE-----";
    }
}
