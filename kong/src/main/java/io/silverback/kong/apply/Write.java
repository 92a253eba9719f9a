package io.silverback.kong.apply;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One request that carries a change out.
 *
 * @param path below the workspace, escaped
 * @param body may hold secrets; empty for a deletion
 */
public record Write(Verb verb, String path, ObjectNode body) {

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
