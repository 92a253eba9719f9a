package io.silverback.kong.admin;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Proves that nodes have the configuration written so far: an upstream is written as the last thing
 * and awaited on each node. Equal configuration hashes prove nothing (measured on 3.3.1, hybrid).
 */
public final class ConfigurationProof {
    /** What the name of every marker begins with; it belongs to no estate. */
    private static final String PREFIX = "silverback-marker-";

    private static final Duration POLL = Duration.ofMillis(250);

    private final AdminApi gateway;
    private final List<AdminApi> nodes;
    private final Duration limit;

    /**
     * A proof for these nodes.
     *
     * @param nodes each node's Admin API, or a data plane's status API
     */
    public ConfigurationProof(AdminApi gateway, List<AdminApi> nodes, Duration limit) {
        this.gateway = gateway.atRoot();
        this.nodes = List.copyOf(nodes);
        this.limit = limit;
    }

    /**
     * The names of nodes that had not shown the marker in time; none: proven. The marker is
     * removed.
     */
    public Uni<List<String>> missing(String nonce) {
        String marker = "/upstreams/" + marker(nonce);
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("name", marker(nonce));
        return gateway.put(marker, body)
                .chain(() -> behind(marker + "/health"))
                .eventually(() -> gateway.delete(marker));
    }

    /** The name of the marker upstream for {@code nonce}. */
    public static String marker(String nonce) {
        return PREFIX + nonce;
    }

    /** Whether an upstream of this name is a marker, of whatever proof. */
    public static boolean isMarker(String upstream) {
        return upstream.startsWith(PREFIX);
    }

    private Uni<List<String>> behind(String path) {
        return Multi.createFrom()
                .iterable(nodes)
                .onItem()
                .transformToUniAndMerge(
                        node -> shows(node, path).map(yes -> yes ? "" : node.gateway()))
                .filter(name -> !name.isEmpty())
                .collect()
                .asList();
    }

    private Uni<Boolean> shows(AdminApi node, String path) {
        return node.find(path)
                .map(Optional::isPresent)
                .onFailure(AdminApiException.class)
                .recoverWithItem(false)
                .onItem()
                .transformToUni(ConfigurationProof::orBehind)
                .onFailure(Behind.class)
                .retry()
                .withBackOff(POLL, POLL)
                .atMost(Math.max(1, limit.toMillis() / POLL.toMillis()))
                .onFailure(Behind.class)
                .recoverWithItem(false);
    }

    private static Uni<Boolean> orBehind(boolean shown) {
        return shown ? Uni.createFrom().item(true) : Uni.createFrom().failure(Behind::new);
    }

    /** Not there yet: to be asked again. */
    private static final class Behind extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
