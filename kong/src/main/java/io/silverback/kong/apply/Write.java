package io.silverback.kong.apply;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * One request that carries a change out.
 *
 * @param path below the workspace, escaped
 * @param body may hold secrets
 */
public record Write(Verb verb, String path, @Nullable ObjectNode body) {

    /** The HTTP method. */
    public enum Verb {
        /** Creates or replaces. */
        PUT,
        /** Creates. */
        POST,
        /** Changes. */
        PATCH,
        /** Deletes. */
        DELETE
    }

    @Override
    public String toString() {
        return verb + " " + path;
    }
}
