package io.silverback.registry;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A registered Kong. {@code adminUrls} are tried in turn and may carry a path prefix.
 *
 * @param httpProxy reached by HTTP CONNECT
 * @param access to the database itself, for moving rows
 */
public record Gateway(
        String name,
        Database database,
        List<URI> adminUrls,
        Optional<SecretReference> token,
        Optional<Tls> tls,
        Optional<URI> httpProxy,
        List<Node> nodes,
        List<URI> proxyUrls,
        Optional<DatabaseAccess> access) {

    /** Keeps its own copies of the lists. */
    public Gateway {
        adminUrls = List.copyOf(adminUrls);
        nodes = List.copyOf(nodes);
        proxyUrls = List.copyOf(proxyUrls);
    }

    /** What the gateway keeps its configuration in. */
    public enum Database {
        /** The database Kong is moved away from. */
        CASSANDRA,
        /** The database Kong is moved to. */
        POSTGRES
    }

    /** A traditional node with its admin URL, or a data plane with its status URL. */
    public record Node(String name, Optional<URI> adminUrl, Optional<URI> statusUrl) {}

    /** Whom the Admin API's certificate is checked against, and how we identify ourselves. */
    public record Tls(Optional<Path> ca, Optional<ClientCertificate> clientCertificate) {}

    /** PEM files, absolute; both existed when the registry was read. */
    public record ClientCertificate(Path certificate, Path key) {}
}
