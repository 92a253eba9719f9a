package io.silverback.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PluginEffectsTest {
    private final Simulator simulator = Simulator.start(SimulatorOptions.postgres("green"));
    private final Client admin = new Client(simulator.adminUrl());
    private final Client proxy = new Client(simulator.proxyUrl());

    @BeforeEach
    void oneRoute() throws IOException {
        admin.send("POST", "/services", "{\"name\":\"s\",\"host\":\"s.test\"}");
        admin.send("POST", "/services/s/routes", "{\"name\":\"a\",\"paths\":[\"/a\"]}");
    }

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void countsWithKongsNames() throws IOException {
        admin.send(
                "POST",
                "/plugins",
                "{\"name\":\"prometheus\",\"config\":{\"status_code_metrics\":true,"
                        + "\"latency_metrics\":true,\"bandwidth_metrics\":true}}");
        proxy.get("/a");
        proxy.get("/a");
        assertThat(Client.text(admin.get("/metrics")))
                .contains("kong_datastore_reachable 1")
                .contains(
                        "kong_http_requests_total{service=\"s\",route=\"a\",code=\"200\","
                                + "source=\"service\",consumer=\"\"} 2")
                .contains("kong_request_latency_ms_bucket{service=\"s\",route=\"a\",le=\"25\"}")
                .contains("kong_bandwidth_bytes{service=\"s\",route=\"a\",direction=\"egress\"");
    }

    @Test
    void showsTheHealthOfTargetsWhereThisIsAskedFor() throws IOException {
        admin.send("POST", "/upstreams", "{\"name\":\"u\"}");
        admin.send("POST", "/upstreams/u/targets", "{\"target\":\"10.0.0.1:80\"}");
        String of = "kong_upstream_target_health{upstream=\"u\",target=\"10.0.0.1:80\",";
        assertThat(Client.text(admin.get("/metrics"))).doesNotContain(of);

        admin.send(
                "POST",
                "/plugins",
                "{\"name\":\"prometheus\",\"config\":{\"upstream_health_metrics\":true}}");
        assertThat(Client.text(admin.get("/metrics")))
                .contains(of + "address=\"\",state=\"healthchecks_off\",subsystem=\"http\"} 1")
                .contains(of + "address=\"\",state=\"healthy\",subsystem=\"http\"} 0");

        String checks = "{\"healthchecks\":{\"active\":{\"healthy\":{\"interval\":5}}}}";
        admin.send("PATCH", "/upstreams/u", checks);
        assertThat(Client.text(admin.get("/metrics")))
                .contains(of + "address=\"10.0.0.1:80\",state=\"healthy\",subsystem=\"http\"} 1");
    }

    @Test
    void measuresItselfWithKongsNames() throws IOException {
        proxy.get("/a");
        String node = admin.get("/").body().text("node_id");
        String metrics = Client.text(admin.get("/metrics"));

        assertThat(metrics)
                .contains("kong_node_info{node_id=\"" + node + "\",version=\"3.3.1\"} 1")
                .contains("kong_nginx_metric_errors_total 0")
                .contains("kong_nginx_timers{state=\"running\"} 38")
                .contains(
                        "kong_nginx_requests_total{node_id=\"" + node + "\",subsystem=\"http\"} 1")
                .contains(
                        "kong_memory_lua_shared_dict_total_bytes{node_id=\""
                                + node
                                + "\",shared_dict=\"kong_db_cache\",kong_subsystem=\"http\"} 134217728")
                .containsPattern("kong_memory_lua_shared_dict_bytes\\{node_id=.* \\d+\n")
                .containsPattern("kong_memory_workers_lua_vms_bytes\\{node_id=.*pid=.* \\d+\n")
                .containsPattern(
                        "kong_nginx_connections_total\\{node_id=.*,subsystem=\"http\",state=\"accepted\"} ");
        assertThat(metrics.lines().filter(line -> line.startsWith("# HELP")).toList()).isSorted();
        assertThat(metrics.lines()).allMatch(line -> line.matches("(#|kong_).*"));
    }

    @Test
    void choosesTargetsByWeight() throws IOException {
        admin.send("POST", "/upstreams", "{\"name\":\"u\"}");
        admin.send("POST", "/upstreams/u/targets", "{\"target\":\"10.0.0.1:80\",\"weight\":90}");
        admin.send("POST", "/upstreams/u/targets", "{\"target\":\"10.0.0.2:80\",\"weight\":10}");
        admin.send("PATCH", "/services/s", "{\"host\":\"u\"}");
        int rare = 0;
        for (int i = 0; i < 100; i++) {
            rare += "10.0.0.2".equals(proxy.get("/a").body().get("host")) ? 1 : 0;
        }
        assertThat(rare).isEqualTo(10);
    }

    @Test
    void handsEverythingBackWhileTheSwitchIsOn() throws IOException {
        try (Simulator blue = Simulator.start(SimulatorOptions.cassandra("blue"))) {
            Client blueAdmin = new Client(blue.adminUrl());
            blueAdmin.send("POST", "/services", "{\"name\":\"old\",\"host\":\"old.test\"}");
            blueAdmin.send(
                    "POST", "/services/old/routes", "{\"name\":\"b\",\"paths\":[\"/only-blue\"]}");
            admin.send("POST", "/services/s/plugins", "{\"name\":\"key-auth\"}");
            Client.Reply plugin =
                    admin.send(
                            "POST",
                            "/plugins",
                            "{\"name\":\"pre-function\",\"enabled\":false,\"config\":{\"rewrite\":"
                                    + "[\"local host = '127.0.0.1'; local port = "
                                    + blue.proxyPort()
                                    + "\"]}}");
            assertThat(proxy.get("/only-blue").status()).isEqualTo(404);

            admin.send("PATCH", "/plugins/" + plugin.id(), "{\"enabled\":true}");
            assertThat(proxy.get("/only-blue/x").body()).containsEntry("route", "b");
            assertThat(proxy.get("/a").status()).isEqualTo(404);

            admin.send("PATCH", "/plugins/" + plugin.id(), "{\"enabled\":false}");
            assertThat(proxy.get("/a").status()).isEqualTo(401);
        }
    }
}
