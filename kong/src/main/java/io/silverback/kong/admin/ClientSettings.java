package io.silverback.kong.admin;

import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.core.net.ProxyOptions;
import io.vertx.core.net.ProxyType;
import io.vertx.ext.web.client.WebClientOptions;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** The HTTP client's settings for one gateway. */
final class ClientSettings {
    private static final int KEEP_ALIVE_SECONDS = 60;

    private ClientSettings() {}

    static WebClientOptions of(AdminOptions options) {
        WebClientOptions settings = new WebClientOptions();
        settings.setUserAgent("silverback")
                .setFollowRedirects(false)
                .setConnectTimeout((int) options.connectTimeout().toMillis())
                .setKeepAlive(true)
                .setKeepAliveTimeout(KEEP_ALIVE_SECONDS)
                .setMaxPoolSize(options.connections());
        trust(settings, options.tls());
        if (options.httpProxy() != null) {
            settings.setProxyOptions(proxy(options.httpProxy()));
        }
        return settings;
    }

    private static void trust(WebClientOptions settings, @Nullable AdminTls tls) {
        if (tls == null) {
            return;
        }
        if (tls.ca() != null) {
            settings.setTrustOptions(new PemTrustOptions().addCertPath(tls.ca().toString()));
        }
        if (tls.certificate() != null && tls.key() != null) {
            settings.setKeyCertOptions(
                    new PemKeyCertOptions()
                            .addCertPath(tls.certificate().toString())
                            .addKeyPath(tls.key().toString()));
        }
    }

    private static ProxyOptions proxy(URI url) {
        ProxyOptions proxy =
                new ProxyOptions()
                        .setType(ProxyType.HTTP)
                        .setHost(url.getHost())
                        .setPort(url.getPort() < 0 ? 3128 : url.getPort());
        String user = url.getUserInfo();
        if (user != null && user.contains(":")) {
            proxy.setUsername(user.substring(0, user.indexOf(':')));
            proxy.setPassword(user.substring(user.indexOf(':') + 1));
        }
        return proxy;
    }
}
