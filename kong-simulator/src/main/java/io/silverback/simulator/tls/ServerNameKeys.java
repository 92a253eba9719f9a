package io.silverback.simulator.tls;

import io.silverback.simulator.store.Database;
import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSession;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/** Chooses the certificate of each handshake by the server name that the client asked for. */
public final class ServerNameKeys extends X509ExtendedKeyManager {
    private final Certificates certificates;
    private final Map<String, Identity> chosen = new ConcurrentHashMap<>();

    /** Keys from what the database holds at the time of the handshake. */
    public ServerNameKeys(Database database, Vaults vaults) {
        this.certificates = new Certificates(database, vaults);
    }

    /** The name that a TLS client asked for, as it wrote it; null when it named none. */
    public static @Nullable String serverName(@Nullable SSLSession session) {
        return session instanceof ExtendedSSLSession extended
                ? extended.getRequestedServerNames().stream()
                        .filter(SNIHostName.class::isInstance)
                        .map(name -> ((SNIHostName) name).getAsciiName())
                        .findFirst()
                        .orElse(null)
                : null;
    }

    @Override
    public @Nullable String chooseEngineServerAlias(
            String keyType, Principal @Nullable [] issuers, SSLEngine engine) {
        String algorithm = keyType.startsWith("EC") ? "EC" : keyType.equals("RSA") ? "RSA" : "";
        if (algorithm.isEmpty()) {
            return null;
        }
        Identity identity = certificates.find(serverName(engine.getHandshakeSession()), algorithm);
        if (identity == null) {
            return null;
        }
        String alias = algorithm + System.identityHashCode(identity);
        chosen.put(alias, identity);
        return alias;
    }

    @Override
    public X509Certificate @Nullable [] getCertificateChain(String alias) {
        Identity identity = chosen.get(alias);
        return identity == null ? null : identity.chain();
    }

    @Override
    public @Nullable PrivateKey getPrivateKey(String alias) {
        Identity identity = chosen.get(alias);
        return identity == null ? null : identity.key();
    }

    @Override
    public String @Nullable [] getClientAliases(String keyType, Principal @Nullable [] issuers) {
        return null;
    }

    @Override
    public @Nullable String chooseClientAlias(
            String[] keyTypes, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return null;
    }

    @Override
    public String @Nullable [] getServerAliases(String keyType, Principal @Nullable [] issuers) {
        return null;
    }

    @Override
    public @Nullable String chooseServerAlias(
            String keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return null;
    }
}
