package io.silverback.kong.admin;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;

/**
 * Proves that nodes have the configuration written so far: an upstream is written as the last thing
 * and awaited on each node. Equal configuration hashes prove nothing (measured on 3.3.1, hybrid).
 */
public final class ConfigurationProof {
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
        String marker = "/upstreams/marker-" + nonce;
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("name", "marker-" + nonce);
        return gateway.put(marker, body)
                .chain(() -> behind(marker + "/health"))
                .eventually(() -> gateway.delete(marker));
    }

    private Uni<List<String>> behind(String path) {
        return Multi.createFrom()
                .iterable(nodes)
                .onItem()
                .transformToMultiAndMerge(node -> behind(node, path).toMulti())
                .collect()
                .asList();
    }

    /** The node's name when it is behind, else nothing. */
    private Uni<String> behind(AdminApi node, String path) {
        long polls = Math.max(1, limit.toMillis() / POLL.toMillis());
        return node.find(path)
                .map(found -> found.isPresent())
                .onFailure(AdminApiException.class)
                .recoverWithItem(false)
                .onItem()
                .transform(shown -> shown ? Boolean.TRUE : throwBehind())
                .onFailure(Behind.class)
                .retry()
                .withBackOff(POLL, POLL)
                .atMost(polls)
                .replaceWith(() -> (String) null)
                .onFailure(Behind.class)
                .recoverWithItem(node.gateway());
    }

    private static Boolean throwBehind() {
        throw new Behind();
    }

    private static final class Behind extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
