package io.silverback.gateways;

import io.silverback.kong.admin.AdminApi;
import io.silverback.kong.admin.AdminOptions;
import io.silverback.kong.admin.AdminTls;
import io.silverback.messaging.PermanentFailure;
import io.silverback.registry.Gateway;
import io.silverback.registry.Registry;
import io.silverback.registry.SecretReference;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The registered gateways' Admin APIs; each opened once. */
@ApplicationScoped
public class AdminApis {

    private final Registry registry;
    private final Vertx vertx;
    private final Map<String, AdminApi> open = new ConcurrentHashMap<>();

    AdminApis(Registry registry, Vertx vertx) {
        this.registry = registry;
        this.vertx = vertx;
    }

    /**
     * What the registry says of a gateway.
     *
     * @throws PermanentFailure if it does not know the name
     */
    public Gateway registered(String name) {
        return registry.gateway(name)
                .orElseThrow(
                        () -> new PermanentFailure("The registry has no gateway " + name + "."));
    }

    /**
     * A gateway's Admin API, at its root.
     *
     * @throws PermanentFailure if the registry does not know the name
     */
    public AdminApi of(String name) {
        Gateway gateway = registered(name);
        return open.computeIfAbsent(name, ignored -> AdminApi.open(vertx, options(gateway)));
    }

    /** One node of a gateway by its status address, else by its Admin API; none without either. */
    public Optional<AdminApi> node(Gateway gateway, Gateway.Node node) {
        return node.statusUrl()
                .map(url -> AdminOptions.of(node.name(), List.of(url)))
                .or(() -> node.adminUrl().map(url -> options(gateway, node.name(), List.of(url))))
                .map(options -> AdminApi.open(vertx, options));
    }

    private static AdminOptions options(Gateway gateway) {
        return options(gateway, gateway.name(), gateway.adminUrls());
    }

    private static AdminOptions options(Gateway gateway, String name, List<URI> urls) {
        return AdminOptions.of(name, urls)
                .withToken(gateway.token().map(SecretReference::read).orElse(null))
                .withTls(gateway.tls().map(AdminApis::tls).orElse(null))
                .withHttpProxy(gateway.httpProxy().orElse(null));
    }

    private static AdminTls tls(Gateway.Tls tls) {
        return new AdminTls(
                tls.ca().orElse(null),
                tls.clientCertificate().map(Gateway.ClientCertificate::certificate).orElse(null),
                tls.clientCertificate().map(Gateway.ClientCertificate::key).orElse(null));
    }
}
