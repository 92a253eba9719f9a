package io.silverback.simulator.proxy;

import io.silverback.simulator.schema.Document;
import io.silverback.simulator.store.Database;
import io.silverback.simulator.store.Row;
import java.time.Clock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The plugin oauth2: bearer tokens, and their making from client credentials. */
final class OAuth2 extends Authentication {
    private static final Pattern WORDS = Pattern.compile("\\s*(\\S+)\\s+(.+)");
    private static final String REALM = "Bearer realm=\"service\"";

    private final TokenEndpoint endpoint;

    OAuth2(Database database, Clock clock) {
        super(database, clock);
        this.endpoint = new TokenEndpoint(database, clock);
    }

    /** An error in the words of RFC 6749. */
    static Answer error(int status, String error, String description) {
        return Answer.text(
                status,
                "application/json; charset=utf-8",
                "{\"error\":\"%s\",\"error_description\":\"%s\"}"
                        .formatted(error, description.replace("\"", "\\\"")));
    }

    @Override
    @Nullable Answer authenticate(Exchange exchange, Document config) {
        ProxyRequest request = exchange.request();
        if (request.path().endsWith("/oauth2/token")) {
            return request.method().equals("POST")
                    ? endpoint.answer(exchange, config)
                    : wrongMethod(request.method(), "token");
        }
        if (request.path().endsWith("/oauth2/authorize")) {
            return request.method().equals("POST")
                    ? endpoint.authorize(exchange, config)
                    : wrongMethod(request.method(), "authorization");
        }
        String token = token(exchange, config);
        return token == null
                ? error(401, "invalid_request", "The access token is missing")
                        .with("WWW-Authenticate", REALM)
                : withToken(exchange, config, token);
    }

    private static Answer wrongMethod(String method, String endpoint) {
        return described(
                405,
                "invalid_method",
                "The HTTP method " + method + " is invalid for the " + endpoint + " endpoint");
    }

    private static Answer described(int status, String error, String description) {
        return error(status, error, description)
                .with(
                        "WWW-Authenticate",
                        REALM
                                + " error=\""
                                + error
                                + "\" error_description=\""
                                + description
                                + "\"");
    }

    private static @Nullable String token(Exchange exchange, Document config) {
        ProxyRequest request = exchange.request();
        String header = request.header(String.valueOf(config.get("auth_header_name")));
        Matcher words = WORDS.matcher(header == null ? "" : header);
        if (words.matches()) {
            return words.group(2);
        }
        String inQuery = Parameters.ofQuery(request.query()).first("access_token");
        return inQuery == null ? Parameters.ofBody(request).first("access_token") : inQuery;
    }

    private @Nullable Answer withToken(Exchange exchange, Document config, String value) {
        Row token = credential(exchange, "oauth2_tokens", "access_token", value);
        boolean global = config.isTrue("global_credentials");
        String boundTo = token == null ? null : token.document().reference("service");
        if (token != null && !global && boundTo == null) {
            return error(
                    401,
                    "invalid_token",
                    "The access token is global, but the current plugin is configured without"
                            + " 'global_credentials'");
        }
        Row service = exchange.service();
        boolean elsewhere =
                !global && (service == null || boundTo == null || !boundTo.equals(service.id()));
        if (token == null || elsewhere || isExpired(token.document())) {
            return described(401, "invalid_token", "The access token is invalid or has expired");
        }
        return accepted(exchange, config, token.document());
    }

    private boolean isExpired(Document token) {
        long lasts = token.number("expires_in", 0);
        return lasts > 0 && token.number("created_at", 0) + lasts < now() / 1000;
    }

    private @Nullable Answer accepted(Exchange exchange, Document config, Document token) {
        String id = token.reference("credential");
        Row credential =
                id == null
                        ? null
                        : database().table("oauth2_credentials", exchange.workspace()).get(id);
        if (credential == null) {
            return Answer.message(500, "An unexpected error occurred");
        }
        if (config.isTrue("hide_credentials")) {
            exchange.set(String.valueOf(config.get("auth_header_name")), null);
        }
        exchange.set("X-Authenticated-Scope", token.text("scope"));
        exchange.set("X-Authenticated-UserId", token.text("authenticated_userid"));
        return accept(exchange, credential, String.valueOf(credential.document().get("client_id")));
    }
}
