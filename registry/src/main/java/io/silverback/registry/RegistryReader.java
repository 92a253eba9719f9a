package io.silverback.registry;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** Makes a {@link Registry} of a registry file. */
final class RegistryReader {

    private static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(10);

    private final Path file;

    RegistryReader(Path file) {
        this.file = file;
    }

    Registry read() {
        Fields root = new Fields(file, "", YamlFile.read(file));
        Map<String, Gateway> gateways = named(root, "gateways", this::gateway);
        Map<String, Router> routers =
                named(root, "routers", (name, fields) -> router(name, fields, gateways));
        Map<String, Store> stores = named(root, "stores", this::store);
        Map<String, Login> logins = named(root, "logins", this::login);
        Map<String, Command> commands = named(root, "commands", this::command);
        root.refuseOthers();
        return new Registry(gateways, routers, stores, logins, commands);
    }

    private static <T> Map<String, T> named(
            Fields root, String section, BiFunction<String, Fields, T> reader) {
        Map<String, T> entries = new LinkedHashMap<>();
        root.section(section)
                .forEach(
                        (name, fields) -> {
                            entries.put(name, reader.apply(name, fields));
                            fields.refuseOthers();
                        });
        return Collections.unmodifiableMap(entries);
    }

    private Gateway gateway(String name, Fields fields) {
        Gateway.Database database = fields.oneOf("database", Gateway.Database.class);
        return new Gateway(
                name,
                database,
                fields.urls("adminUrls", true),
                fields.object("token").map(Fields::secret),
                fields.object("tls").map(RegistryReader::tls),
                fields.url("httpProxy"),
                fields.objects("nodes").stream().map(RegistryReader::node).toList(),
                fields.urls("proxyUrls", false),
                DatabaseReader.read(database, fields));
    }

    private static Gateway.Tls tls(Fields fields) {
        Optional<Path> ca = fields.existingFile("ca");
        Optional<Path> certificate = fields.existingFile("certificate");
        Optional<Path> key = fields.existingFile("key");
        fields.refuseOthers();
        if (certificate.isPresent() != key.isPresent()) {
            throw fields.refusal("must have both certificate and key, or neither");
        }
        return new Gateway.Tls(
                ca, certificate.flatMap(c -> key.map(k -> new Gateway.ClientCertificate(c, k))));
    }

    private static Gateway.Node node(Fields fields) {
        Gateway.Node node =
                new Gateway.Node(
                        fields.text("name"), fields.url("adminUrl"), fields.url("statusUrl"));
        fields.refuseOthers();
        if (node.adminUrl().isEmpty() && node.statusUrl().isEmpty()) {
            throw fields.refusal("must have an adminUrl or a statusUrl");
        }
        return node;
    }

    private static Router router(String name, Fields fields, Map<String, Gateway> gateways) {
        fields.type(List.of("edge"));
        return new Router.Edge(
                name,
                fields.requiredUrl("url"),
                fields.object("token").map(Fields::secret),
                fields.nameIn("blue", gateways.keySet(), "gateway"),
                fields.nameIn("green", gateways.keySet(), "gateway"));
    }

    private Store store(String name, Fields fields) {
        return fields.type(List.of("file", "s3")).equals("s3")
                ? StoreReader.bucket(name, fields)
                : new Store.File(name, fields.path("path"));
    }

    private Login login(String name, Fields fields) {
        return new Login(name, fields.secret());
    }

    private Command command(String name, Fields fields) {
        return new Command(
                name,
                fields.texts("arguments"),
                fields.duration("timeout").orElse(DEFAULT_TIMEOUT),
                fields.optionalPath("junit"));
    }
}
