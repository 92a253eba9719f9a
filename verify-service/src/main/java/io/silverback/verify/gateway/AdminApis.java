package io.silverback.verify.gateway;

import io.silverback.kong.admin.AdminApi;
import io.silverback.kong.admin.AdminOptions;
import io.silverback.kong.admin.AdminTls;
import io.silverback.registry.Gateway;
import io.silverback.registry.Registry;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The registered gateways' Admin APIs; each opened once. */
@ApplicationScoped
class AdminApis {

    private final Registry registry;
    private final Vertx vertx;
    private final Map<String, AdminApi> open = new ConcurrentHashMap<>();

    AdminApis(Registry registry, Vertx vertx) {
        this.registry = registry;
        this.vertx = vertx;
    }

    /** The Admin API of a registered gateway, at its root. */
    AdminApi of(String gateway) {
        return open.computeIfAbsent(
                gateway,
                name -> AdminApi.open(vertx, options(registry.gateway(name).orElseThrow())));
    }

    private static AdminOptions options(Gateway gateway) {
        AdminOptions options = AdminOptions.of(gateway.name(), gateway.adminUrls());
        if (gateway.token().isPresent()) {
            options = options.withToken(gateway.token().get().read());
        }
        if (gateway.httpProxy().isPresent()) {
            options = options.withHttpProxy(gateway.httpProxy().get());
        }
        return gateway.tls().map(AdminApis::tls).map(options::withTls).orElse(options);
    }

    private static AdminTls tls(Gateway.Tls tls) {
        return new AdminTls(
                tls.ca().orElse(null),
                tls.clientCertificate().map(Gateway.ClientCertificate::certificate).orElse(null),
                tls.clientCertificate().map(Gateway.ClientCertificate::key).orElse(null));
    }
}
