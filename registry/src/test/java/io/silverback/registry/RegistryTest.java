package io.silverback.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegistryTest {

    private static final String GATEWAYS =
            """
            gateways:
              blue:
                database: cassandra
                adminUrls: ["http://127.0.0.1:7411/kong"]
                token: {file: kong-token}
                tls: {ca: ca.pem, certificate: client.pem, key: client.key}
                httpProxy: "http://proxy:3128"
                nodes:
                  - {name: node-1, adminUrl: "http://127.0.0.1:7411"}
                  - {name: plane-1, statusUrl: "http://127.0.0.1:7412"}
                proxyUrls: ["https://[::1]:7410"]
              green: {database: postgres, adminUrls: ["http://127.0.0.1:7421"]}
            """;

    private static final String WHOLE =
            GATEWAYS
                    + """
                    routers:
                      edge: {type: edge, url: "http://127.0.0.1:7481", token: {env: TOKEN}, blue: blue, green: green}
                    stores:
                      default: {type: file, path: artefacts}
                      dc2: {type: s3, bucket: kong-backups, prefix: emea, region: eu-central-1, endpoint: "https://s3.test", pathStyle: true, accessKey: {env: KEY}, secretKey: {file: dc2}}
                    logins: {test-logins: {file: /run/secrets/logins}}
                    commands:
                      smoke: {arguments: [hurl, --test], timeout: 5m, junit: out.xml}
                      short: {arguments: [hurl]}
                    """;

    private final Path directory;

    RegistryTest(@TempDir Path directory) throws IOException {
        this.directory = directory;
        for (String name : List.of("ca.pem", "client.pem", "client.key")) {
            Files.writeString(directory.resolve(name), "pem");
        }
    }

    private Registry load(String yaml) {
        try {
            return Registry.load(Files.writeString(directory.resolve("registry.yaml"), yaml));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void refuses(String yaml, String path, String reason) {
        assertThatThrownBy(() -> load(yaml))
                .isInstanceOfSatisfying(
                        RegistryException.class,
                        e -> {
                            assertThat(e.path()).isEqualTo(path);
                            assertThat(e.reason()).isEqualTo(reason);
                            assertThat(e)
                                    .hasMessageStartingWith("Registry " + directory)
                                    .hasMessageEndingWith(reason + ".")
                                    .hasNoCause();
                        });
    }

    @Test
    void readsAGateway() {
        assertThat(load(WHOLE).gateway("blue"))
                .contains(
                        new Gateway(
                                "blue",
                                Gateway.Database.CASSANDRA,
                                List.of(URI.create("http://127.0.0.1:7411/kong")),
                                Optional.of(
                                        new SecretReference.File(directory.resolve("kong-token"))),
                                Optional.of(tls()),
                                Optional.of(URI.create("http://proxy:3128")),
                                List.of(
                                        new Gateway.Node(
                                                "node-1",
                                                Optional.of(URI.create("http://127.0.0.1:7411")),
                                                Optional.empty()),
                                        new Gateway.Node(
                                                "plane-1",
                                                Optional.empty(),
                                                Optional.of(URI.create("http://127.0.0.1:7412")))),
                                List.of(URI.create("https://[::1]:7410")),
                                Optional.empty()));
    }

    @Test
    void readsHowDatabasesAreReached() throws IOException {
        Files.writeString(directory.resolve("ca.pem"), "a certificate");
        Registry registry =
                load(
                        """
                        gateways:
                          blue:
                            database: cassandra
                            adminUrls: ["http://127.0.0.1:7411"]
                            cassandra:
                              contactPoints: [db-1, "db-2:9142"]
                              datacenter: dc1
                              account: {role: reader, password: {env: READER}}
                              ca: ca.pem
                          green:
                            database: postgres
                            adminUrls: ["http://127.0.0.1:7421"]
                            postgres: {server: "[::1]:5433", database: kong_green, schema: gateway}
                        """);

        assertThat(registry.gateway("blue").flatMap(Gateway::access))
                .contains(
                        new DatabaseAccess.Cassandra(
                                List.of(
                                        InetSocketAddress.createUnresolved("db-1", 9042),
                                        InetSocketAddress.createUnresolved("db-2", 9142)),
                                "dc1",
                                "kong",
                                Optional.of(
                                        new DatabaseAccess.Account(
                                                "reader", new SecretReference.Env("READER"))),
                                Optional.of(directory.resolve("ca.pem"))));
        assertThat(registry.gateway("green").flatMap(Gateway::access))
                .contains(
                        new DatabaseAccess.Postgres(
                                InetSocketAddress.createUnresolved("[::1]", 5433),
                                "kong_green",
                                "gateway",
                                Optional.empty(),
                                Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"user@db", "db/kong", "db:port", "db:99999", "jdbc:postgresql://db"})
    void refusesWhatIsNoServersAddress(String server) {
        refuses(
                """
                gateways:
                  green:
                    database: postgres
                    adminUrls: ["http://127.0.0.1:7421"]
                    postgres: {server: "%s"}
                """
                        .formatted(server),
                "gateways.green.postgres.server",
                "must be host or host:port");
    }

    @Test
    void refusesAccessToAnotherKindOfDatabase() {
        refuses(
                """
                gateways:
                  green:
                    database: postgres
                    adminUrls: ["http://127.0.0.1:7421"]
                    cassandra: {contactPoints: [db], datacenter: dc1}
                """,
                "gateways.green.cassandra",
                "is an unknown field");
    }

    private Gateway.Tls tls() {
        return new Gateway.Tls(
                Optional.of(directory.resolve("ca.pem")),
                Optional.of(
                        new Gateway.ClientCertificate(
                                directory.resolve("client.pem"), directory.resolve("client.key"))));
    }

    @Test
    void readsRoutersStoresLoginsAndCommands() {
        Registry registry = load(WHOLE);

        assertThat(registry.router("edge"))
                .contains(
                        new Router.Edge(
                                "edge",
                                URI.create("http://127.0.0.1:7481"),
                                Optional.of(new SecretReference.Env("TOKEN")),
                                "blue",
                                "green"));
        assertThat(registry.store("default"))
                .contains(new Store.File("default", directory.resolve("artefacts")));
        assertThat(registry.store("dc2"))
                .contains(
                        new Store.S3(
                                "dc2",
                                "kong-backups",
                                "emea",
                                "eu-central-1",
                                Optional.of(URI.create("https://s3.test")),
                                true,
                                Optional.of(
                                        new Store.Keys(
                                                new SecretReference.Env("KEY"),
                                                new SecretReference.File(
                                                        directory.resolve("dc2"))))));
        assertThat(registry.login("test-logins"))
                .contains(
                        new Login(
                                "test-logins",
                                new SecretReference.File(Path.of("/run/secrets/logins"))));
        assertThat(registry.command("smoke"))
                .contains(
                        new Command(
                                "smoke",
                                List.of("hurl", "--test"),
                                Duration.ofMinutes(5),
                                Optional.of(directory.resolve("out.xml"))));
    }

    @Test
    void keepsTheOrderOfNamesAndKnowsNoOthers() {
        Registry registry = load(WHOLE);

        assertThat(registry.commands().keySet()).containsExactly("smoke", "short");
        assertThat(registry.gateway("red")).isEmpty();
        assertThatThrownBy(() -> registry.gateways().clear())
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void readsAnEmptyRegistry() {
        assertThat(load("gateways: {}\nstores:\n").gateways()).isEmpty();
    }

    @Test
    void readsNoSecretAndShowsNone() throws IOException {
        Registry registry = load(WHOLE);
        Files.writeString(directory.resolve("kong-token"), "top-secret\n");
        SecretReference token = registry.gateway("blue").flatMap(Gateway::token).orElseThrow();

        assertThat(token.read()).isEqualTo("top-secret");
        assertThat(registry.toString()).doesNotContain("top-secret").contains("kong-token");
    }

    @Test
    void saysThatTheFileIsMissing() {
        Path file = directory.resolve("none.yaml");

        assertThatThrownBy(() -> Registry.load(file))
                .isInstanceOf(RegistryException.class)
                .hasMessage("Registry " + file + ": does not exist.");
    }

    @Test
    void tellsLineAndColumnOfASyntaxErrorWithoutTheText() {
        assertThatThrownBy(() -> load("gateways:\n  blue: {token: [top-secret\nx: y"))
                .isInstanceOf(RegistryException.class)
                .hasMessageContaining("is no valid YAML at line 3, column")
                .hasMessageNotContaining("top-secret");
    }

    @Test
    void refusesADuplicateName() {
        assertThatThrownBy(() -> load(GATEWAYS + "  green: {}\n"))
                .isInstanceOf(RegistryException.class)
                .hasMessageContaining("duplicate field 'green'");
    }

    @Test
    void refusesAFileThatIsNoObject() {
        refuses("- a\n", "", "must be an object with named fields");
        refuses("", "", "must be an object with named fields");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    gatways: {}                                            | gatways                      | is an unknown field
                    gateways: [a]                                          | gateways                     | must be an object with named fields
                    gateways: {b: {}}                                      | gateways.b.database          | is missing
                    gateways: {b: {database: mysql}}                       | gateways.b.database          | must be one of cassandra, postgres
                    gateways: {b: {database: postgres}}                    | gateways.b.adminUrls         | is missing
                    gateways: {b: {database: postgres, adminUrls: []}}     | gateways.b.adminUrls         | must not be empty
                    gateways: {b: {database: postgres, adminUrls: x}}      | gateways.b.adminUrls         | must be a list
                    gateways: {b: {database: postgres, adminUrls: ["ftp://h"]}}      | gateways.b.adminUrls[0] | must be an http or https URL
                    gateways: {b: {database: postgres, adminUrls: ["http://h", 7]}}  | gateways.b.adminUrls[1] | must be text
                    gateways: {b: {database: postgres, adminUrls: ["http:///x"]}}    | gateways.b.adminUrls[0] | must be a URL with a host
                    gateways: {b: {database: postgres, adminUrls: ["http://u:p@h"]}} | gateways.b.adminUrls[0] | must not carry a user or password
                    gateways: {b: {database: postgres, adminUrls: ["http://h?a=b"]}} | gateways.b.adminUrls[0] | must not carry a query or a fragment
                    gateways: {b: {database: postgres, adminUrls: ["http://h"], tls: {ca: no.pem, x: 1}}}      | gateways.b.tls.ca | names no file: @/no.pem
                    gateways: {b: {database: postgres, adminUrls: ["http://h"], tls: {certificate: client.pem}}} | gateways.b.tls  | must have both certificate and key, or neither
                    gateways: {b: {database: postgres, adminUrls: ["http://h"], token: top-secret}}              | gateways.b.token | must be an object with named fields
                    gateways: {b: {database: postgres, adminUrls: ["http://h"], token: {}}}                      | gateways.b.token | must be either {env: NAME} or {file: path}
                    gateways: {b: {database: postgres, adminUrls: ["http://h"], token: {env: A, file: b}}}       | gateways.b.token | must be either {env: NAME} or {file: path}
                    gateways: {b: {database: postgres, adminUrls: ["http://h"], token: {value: c}}}              | gateways.b.token.value | is an unknown field
                    gateways: {b: {database: postgres, adminUrls: ["http://h"], nodes: [{name: a}]}}             | gateways.b.nodes[0] | must have an adminUrl or a statusUrl
                    gateways: {b: {database: postgres, adminUrls: ["http://h"], adminUrl: x}}                    | gateways.b.adminUrl | is an unknown field
                    routers: {r: {type: nginx}}                            | routers.r.type               | is unknown: "nginx"; known: edge
                    routers: {r: {type: edge, url: "http://h", blue: b}}   | routers.r.blue               | names no registered gateway: "b"
                    stores: {s: {type: ftp}}                               | stores.s.type                | is unknown: "ftp"; known: file, s3
                    stores: {s: {type: file}}                              | stores.s.path                | is missing
                    stores: {s: {type: file, path: "a\\0b"}}               | stores.s.path                | must be a path
                    stores: {s: {type: s3, bucket: b, region: r}}          | stores.s                     | must have a bucket's name as bucket
                    stores: {s: {type: s3, bucket: bcd, region: r, prefix: /a}} | stores.s                | must have a prefix such as kong/backups
                    stores: {s: {type: s3, bucket: bcd, region: r, endpoint: "http://u:p@h"}} | stores.s.endpoint | must not carry a user or password
                    stores: {s: {type: s3, bucket: bcd, region: r, accessKey: {env: A}}} | stores.s       | must have both accessKey and secretKey, or neither
                    stores: {s: {type: s3, bucket: bcd, region: r, pathStyle: 1}} | stores.s.pathStyle   | must be true or false
                    stores: {s: {type: s3, bucket: bcd, region: r, secret: x}} | stores.s.secret          | is an unknown field
                    logins: {l: {}}                                        | logins.l                     | must be either {env: NAME} or {file: path}
                    commands: {c: {arguments: []}}                         | commands.c.arguments         | must not be empty
                    commands: {c: {arguments: [a], timeout: 5}}            | commands.c.timeout           | must be a duration such as 30s, 5m or 2h
                    commands: {c: {arguments: [a], shell: true}}           | commands.c.shell             | is an unknown field
                    """)
    void refusesAFieldWithItsPathAndTheReason(String yaml, String path, String reason) {
        refuses(yaml, path, reason.replace("@", directory.toString()));
    }
}
