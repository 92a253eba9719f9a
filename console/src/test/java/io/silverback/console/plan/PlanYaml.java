package io.silverback.console.plan;

import io.silverback.registry.Command;
import io.silverback.registry.Gateway;
import io.silverback.registry.Login;
import io.silverback.registry.Registry;
import io.silverback.registry.Router;
import io.silverback.registry.SecretReference;
import io.silverback.registry.Store;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A good plan to make bad ones of, and the registry it is read against. */
public final class PlanYaml {

    /** The smallest plan: everything else by default. */
    public static final String MINIMAL =
            """
            apiVersion: silverback.io/v1
            kind: MigrationPlan
            name: emea-wave-1
            blue: emea-cassandra
            green: emea-postgres
            workspaces: [payments, catalog]
            cutovers:
              - name: public-api
                workspaces: [payments, catalog]
                routers: [edge]
            """;

    private PlanYaml() {}

    /** The smallest plan with one of its lines put otherwise. */
    public static String with(String line, String otherwise) {
        if (!MINIMAL.contains(line)) {
            throw new IllegalArgumentException("no such line: " + line);
        }
        return MINIMAL.replace(line, otherwise);
    }

    /** The smallest plan with more lines at its top level. */
    public static String and(String lines) {
        return MINIMAL + lines + "\n";
    }

    /** The smallest plan with more fields of its cutover. */
    public static String cutover(String lines) {
        return MINIMAL + lines.indent(4);
    }

    public static Registry registry() {
        return new Registry(
                Map.of(
                        "emea-cassandra", gateway("emea-cassandra", Gateway.Database.CASSANDRA),
                        "emea-postgres", gateway("emea-postgres", Gateway.Database.POSTGRES)),
                Map.of(
                        "edge", edge("edge", "emea-postgres"),
                        "other", edge("other", "elsewhere")),
                Map.of("default", new Store.File("default", Path.of("/artefacts"))),
                Map.of("logins", new Login("logins", new SecretReference.Env("LOGINS"))),
                Map.of(
                        "freeze",
                        new Command(
                                "freeze",
                                List.of("freeze"),
                                Duration.ofMinutes(1),
                                Optional.empty())));
    }

    private static Router edge(String name, String green) {
        return new Router.Edge(
                name,
                URI.create("http://127.0.0.1:7481"),
                Optional.empty(),
                "emea-cassandra",
                green);
    }

    private static Gateway gateway(String name, Gateway.Database database) {
        return new Gateway(
                name,
                database,
                List.of(URI.create("http://127.0.0.1:7411")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(URI.create("http://127.0.0.1:7410")),
                Optional.empty());
    }
}
