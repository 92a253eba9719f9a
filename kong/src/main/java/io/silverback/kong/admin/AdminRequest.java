package io.silverback.kong.admin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.http.HttpMethod;
import org.jspecify.annotations.Nullable;

/**
 * One request.
 *
 * @param path with workspace, escaped, without the URL's own prefix
 * @param repeatable whether sending it twice has the effect of sending it once
 */
record AdminRequest(HttpMethod method, String path, @Nullable ObjectNode body, boolean repeatable) {

    static AdminRequest get(String path) {
        return new AdminRequest(HttpMethod.GET, path, null, true);
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
