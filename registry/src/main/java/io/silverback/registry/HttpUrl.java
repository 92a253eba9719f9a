package io.silverback.registry;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import java.util.function.Function;

/** Reads an absolute http or https URL; a refusal never repeats it, as it may hold a password. */
final class HttpUrl {

    private static final Set<String> SCHEMES = Set.of("http", "https");

    private HttpUrl() {}

    static URI parse(String text, Function<String, RegistryException> refusal) {
        URI url;
        try {
            url = new URI(text);
        } catch (URISyntaxException e) {
            throw refusal.apply("must be an http or https URL");
        }
        if (url.getScheme() == null || !SCHEMES.contains(url.getScheme())) {
            throw refusal.apply("must be an http or https URL");
        }
        if (url.getHost() == null) {
            throw refusal.apply("must be a URL with a host");
        }
        if (url.getUserInfo() != null) {
            throw refusal.apply("must not carry a user or password");
        }
        if (url.getQuery() != null || url.getFragment() != null) {
            throw refusal.apply("must not carry a query or a fragment");
        }
        return url;
    }
}
