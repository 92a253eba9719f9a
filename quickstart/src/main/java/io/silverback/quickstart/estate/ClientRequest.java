package io.silverback.quickstart.estate;

import org.jspecify.annotations.Nullable;

/**
 * A request that some route answers.
 *
 * @param apiKey the key it carries; none on open routes
 */
public record ClientRequest(String host, String path, @Nullable String apiKey) {

    @Override
    public String toString() {
        return "ClientRequest[" + host + path + (apiKey == null ? "" : ", with key") + "]";
    }
}
