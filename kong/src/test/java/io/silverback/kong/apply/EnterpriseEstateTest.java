package io.silverback.kong.apply;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.silverback.kong.Samples;
import io.silverback.kong.admin.AdminApi;
import io.silverback.kong.admin.AdminOptions;
import io.silverback.kong.catalogue.KongVersion;
import io.silverback.kong.deck.StateFiles;
import io.silverback.kong.state.DeclarativeState;
import io.silverback.simulator.Simulator;
import io.silverback.simulator.SimulatorOptions;
import io.vertx.mutiny.core.Vertx;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a simulated Enterprise gateway has, by documentation alone, is read and in the files. */
class EnterpriseEstateTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final Vertx vertx = Vertx.vertx();
    private Simulator gateway;
    private AdminApi root;
    private AdminApi shop;

    @BeforeEach
    void start() throws IOException {
        gateway = Simulator.start(SimulatorOptions.postgres("blue"));
        root = AdminApi.open(vertx, AdminOptions.of("blue", List.of(gateway.adminUrl())));
        post(root, "/workspaces", "{name:'shop',config:{portal:true},meta:{color:'#fff'}}");
        shop = root.in("shop");
    }

    @AfterEach
    void stop() {
        root.close();
        gateway.close();
        vertx.closeAndAwait();
    }

    @Test
    void readsTheMembersOfConsumerGroupsAndWhatTheyOverride() {
        String ann = post(shop, "/consumers", "{username:'ann'}");
        String gold = post(shop, "/consumer_groups", "{name:'gold'}");
        post(shop, "/consumer_groups/gold/consumers", "{consumer:'ann'}");
        ObjectNode override = Samples.json("{config:{limit:[10],window_size:[60]}}");
        shop.put("/consumer_groups/gold/overrides/plugins/rate-limiting-advanced", override)
                .await()
                .atMost(LIMIT);

        DeclarativeState state = throughFiles("shop");

        assertThat(state.find("consumer_group_consumers", gold + "|" + ann)).isPresent();
        assertThat(state.entities("consumer_group_plugins"))
                .singleElement()
                .satisfies(one -> assertThat(one.reference("consumer_group")).contains(gold));
    }

    @Test
    void readsDevelopersTheirApplicationsAndInstances() {
        String service = post(shop, "/services", "{name:'s',host:'h'}");
        String developer = post(shop, "/developers", "{email:'a@b.test'}");
        String application =
                post(
                        shop,
                        "/developers/" + developer + "/applications",
                        "{name:'app',redirect_uri:'https://a.test'}");
        post(
                shop,
                "/applications/" + application + "/application_instances",
                "{service:{id:'" + service + "'}}");

        DeclarativeState state = throughFiles("shop");

        assertThat(state.counts()).containsEntry("developers", 1);
        assertThat(state.find("applications", application))
                .hasValueSatisfying(
                        one -> assertThat(one.reference("developer")).contains(developer));
        assertThat(state.entities("application_instances"))
                .singleElement()
                .satisfies(one -> assertThat(one.reference("application")).contains(application));
    }

    @Test
    void readsTheRolesOfRbacUsers() {
        post(root, "/rbac/roles", "{name:'reader'}");
        String eve = post(root, "/rbac/users", "{name:'eve',user_token:'t'}");
        post(root, "/rbac/users/" + eve + "/roles", "{roles:'reader'}");

        assertThat(throughFiles(DeclarativeState.ESTATE).entities("rbac_user_roles"))
                .singleElement()
                .satisfies(one -> assertThat(one.reference("user")).contains(eve));
    }

    @Test
    void readsAWorkspacesSettings() {
        assertThat(throughFiles(DeclarativeState.ESTATE).entities("workspaces"))
                .filteredOn(one -> one.name().filter("shop"::equals).isPresent())
                .singleElement()
                .satisfies(
                        one -> assertThat(one.fields().at("/config/portal").asBoolean()).isTrue());
    }

    @Test
    void readsPortalFilesDocumentsAndEventHooks() {
        String service = post(shop, "/services", "{name:'s',host:'h'}");
        post(shop, "/files", "{path:'content/a.md',contents:'hello'}");
        post(shop, "/document_objects", "{path:'specs/a.yaml',service:{id:'" + service + "'}}");
        post(root, "/event-hooks", "{source:'crud',event:'services',handler:'log',config:{}}");

        assertThat(throughFiles("shop").counts())
                .containsEntry("files", 1)
                .containsEntry("document_objects", 1);
        assertThat(throughFiles(DeclarativeState.ESTATE).counts()).containsEntry("event_hooks", 1);
    }

    private static String post(AdminApi place, String path, String body) {
        return place.post(path, Samples.json(body)).await().atMost(LIMIT).path("id").asText();
    }

    private DeclarativeState throughFiles(String workspace) {
        DeclarativeState read = Steadily.read(vertx, root, workspace);
        DeclarativeState once =
                new GatewayReader(root, Clock.systemUTC(), 4).read(workspace).await().atMost(LIMIT);
        assertThat(once).isEqualTo(read);
        return StateFiles.of(read, KongVersion.parse("3.3.1"), Samples.NOW).read();
    }
}
