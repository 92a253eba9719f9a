package io.silverback.simulator.admin;

import io.silverback.simulator.schema.Document;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The part that a node plays, and what it knows of others. */
public interface Cluster {
    /** The part as Kong's configuration names it. */
    String role();

    /** The rows of the data planes; null when this node is no control plane. */
    @Nullable List<Document> dataPlanes();

    /** What {@code /clustering/status} shows; empty when this node is no control plane. */
    Document status();

    /** Forgets what this node has cached ({@code DELETE /cache}). */
    default void purge() {}
}
