package io.silverback.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.silverback.simulator.hybrid.DataPlane;
import io.silverback.simulator.schema.Document;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How data planes look while they serve, fall behind, are refused or are gone. */
class DataPlanesTest extends OnDataPlanes {
    @Test
    void showsDataPlanesAsRecorded() throws IOException {
        route("/some");
        time.advance(Duration.ofSeconds(29));
        Document one = row("one");
        long now = time.instant().getEpochSecond();
        assertThat(one)
                .containsEntry("version", "3.3.1")
                .containsEntry("sync_status", "normal")
                .containsEntry("config_hash", hash(0))
                .containsEntry("ip", "127.0.0.1")
                .containsEntry("hostname", "one")
                .containsEntry("ttl", 14 * 86_400 - 29);
        assertThat(one.number("last_seen", 0)).isEqualTo(now - 29);
        time.advance(Duration.ofSeconds(1));
        assertThat(row("one").number("last_seen", 0)).isEqualTo(now + 1);
    }

    @Test
    void showsTheirFieldsAsRecorded() throws IOException {
        Document one = row("one");
        assertThat(one.keySet())
                .containsExactlyInAnyOrder(
                        "id",
                        "hostname",
                        "ip",
                        "version",
                        "sync_status",
                        "config_hash",
                        "last_seen",
                        "updated_at",
                        "ttl");
        Map<?, ?> entry = (Map<?, ?>) admin.get("/clustering/status").body().get(one.text("id"));
        assertThat(entry.keySet().stream().map(String::valueOf))
                .containsExactlyInAnyOrder("hostname", "ip", "config_hash", "last_seen");
    }

    @Test
    void namesThoseOfAnotherVersionAndLeavesThemEmpty() throws IOException {
        route("/some");
        assertThat(row("newer")).containsEntry("sync_status", "kong_version_incompatible");
        assertThat(row("older")).containsEntry("sync_status", "kong_version_incompatible");
        assertThat(row("newer")).containsEntry("config_hash", EMPTY);
    }

    @Test
    void leavesARefusedDataPlaneEmpty() throws IOException {
        route("/some");
        assertThat(proxied(2, "/some")).isEqualTo(404);
        assertThat(status(2).get("/status/ready").status()).isEqualTo(503);
        assertThat(status(2).get("/status/ready").body())
                .containsEntry(
                        "message", "no configuration available (empty configuration present)");
        assertThat(hash(2)).isEqualTo(EMPTY);
    }

    @Test
    void servesWithoutAPluginThatItLacksUntilItRestarts() throws IOException {
        String route = route("/keyed");
        post("/routes/" + route + "/plugins", "{\"name\":\"key-auth\"}");
        time.advance(INTERVAL);
        assertThat(proxied(0, "/keyed")).isEqualTo(401);
        assertThat(proxied(4, "/keyed")).isEqualTo(200);
        assertThat(row("poorer")).containsEntry("sync_status", "normal");

        DataPlane poorer = kong.fleet().planes().get(4);
        kong.fleet().stop(poorer);
        kong.fleet().start(poorer);
        assertThat(row("poorer")).containsEntry("sync_status", "plugin_set_incompatible");
    }

    @Test
    void leavesOneBehindThatLooksWell() throws IOException {
        control("data-planes/1", "{\"behind\":true}");
        post("/upstreams", "{\"name\":\"marker\"}");
        assertThat(marker(0, "marker")).isEqualTo(200);
        assertThat(marker(1, "marker")).isEqualTo(404);
        assertThat(row("two")).containsEntry("sync_status", "normal");
        assertThat(status(1).get("/status/ready").status()).isEqualTo(200);
        control("data-planes/1", "{\"behind\":false}");
        assertThat(marker(1, "marker")).isEqualTo(200);
    }

    @Test
    void goesOnWithoutItsControlPlane() throws IOException {
        route("/some");
        control("control-plane", "{\"running\":false}");
        assertThat(catchThrowable(() -> admin.get("/services"))).isInstanceOf(IOException.class);
        DataPlane one = kong.fleet().planes().get(0);
        kong.fleet().stop(one);
        assertThat(catchThrowable(() -> proxied(0, "/some"))).isInstanceOf(IOException.class);
        kong.fleet().start(one);
        assertThat(proxied(0, "/some")).isEqualTo(200);

        kong.fleet().reinstall(kong.fleet().planes().get(1));
        assertThat(proxied(1, "/some")).isEqualTo(404);
        assertThat(status(1).get("/status/ready").status()).isEqualTo(503);

        control("control-plane", "{\"running\":true}");
        assertThat(proxied(1, "/some")).isEqualTo(200);
    }

    @Test
    void keepsADeadDataPlaneAsNormalForFourteenDays() throws IOException {
        kong.fleet().stop(kong.fleet().planes().get(0));
        time.advance(Duration.ofDays(13));
        assertThat(row("one")).containsEntry("sync_status", "normal");
        time.advance(Duration.ofDays(2));
        assertThat(names()).doesNotContain("one").contains("two");
    }
}
