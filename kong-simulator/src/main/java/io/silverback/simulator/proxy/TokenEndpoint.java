package io.silverback.simulator.proxy;

import io.silverback.simulator.entity.Secrets;
import io.silverback.simulator.schema.Document;
import io.silverback.simulator.store.Database;
import io.silverback.simulator.store.Row;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes access tokens from client credentials; other grants are refused. */
final class TokenEndpoint {
    private final Database database;
    private final Clock clock;

    TokenEndpoint(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    private record Client(String id, @Nullable String secret, boolean byHeader) {}

    Answer answer(Exchange exchange, Document config) {
        return uncached(token(exchange, config));
    }

    /** Codes are not made here: only what is refused before them is as on a real gateway. */
    Answer authorize(Exchange exchange, Document config) {
        if (!exchange.request().isTls()) {
            return uncached(insecure());
        }
        String key = Parameters.ofBody(exchange.request()).first("provision_key");
        boolean right = key != null && key.equals(config.text("provision_key"));
        return uncached(
                right
                        ? refusal("unsupported_response_type", "Invalid response_type")
                        : refusal("invalid_provision_key", "Invalid provision_key"));
    }

    private static Answer uncached(Answer answer) {
        answer.headers().set("cache-control", "no-store").set("pragma", "no-cache");
        return answer;
    }

    private static Answer refusal(String error, String description) {
        return OAuth2.error(400, error, description);
    }

    private static Answer insecure() {
        return refusal("access_denied", "You must use HTTPS");
    }

    private Answer token(Exchange exchange, Document config) {
        if (!exchange.request().isTls()) {
            return insecure();
        }
        Parameters form = Parameters.ofBody(exchange.request());
        String grant = form.first("grant_type");
        boolean known =
                "client_credentials".equals(grant) && config.isTrue("enable_client_credentials");
        if (!known && !"refresh_token".equals(grant)) {
            return refusal("unsupported_grant_type", "Invalid grant_type");
        }
        Client client = client(exchange.request(), form);
        Row row = client == null ? null : credential(exchange, client);
        if (client == null || row == null) {
            return invalidClient(client);
        }
        Answer wrong = check(client, row.document());
        if (wrong != null) {
            return wrong;
        }
        return known
                ? granted(exchange, config, row, form.first("scope"))
                : refusal("invalid_request", "Invalid refresh_token");
    }

    private @Nullable Row credential(Exchange exchange, Client client) {
        return database.table("oauth2_credentials", exchange.workspace())
                .find("client_id", client.id());
    }

    private static @Nullable Client client(ProxyRequest request, Parameters form) {
        String id = form.first("client_id");
        String header = request.header("Authorization");
        if (id != null || header == null || !header.startsWith("Basic ")) {
            return id == null ? null : new Client(id, form.first("client_secret"), false);
        }
        try {
            byte[] decoded = Base64.getDecoder().decode(header.substring(6).trim());
            String[] parts = new String(decoded, StandardCharsets.UTF_8).split(":", 2);
            return new Client(parts[0], parts.length == 2 ? parts[1] : null, true);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static Answer invalidClient(@Nullable Client client) {
        boolean byHeader = client != null && client.byHeader();
        Answer answer =
                OAuth2.error(
                        byHeader ? 401 : 400, "invalid_client", "Invalid client authentication");
        return byHeader ? answer.with("WWW-Authenticate", "Basic realm=\"OAuth2.0\"") : answer;
    }

    private static @Nullable Answer check(Client client, Document credential) {
        if ("public".equals(credential.text("client_type"))) {
            return client.secret() == null
                    ? null
                    : refusal("invalid_request", "client_secret is disallowed for public clients");
        }
        boolean right =
                client.secret() != null
                        && ClientSecret.isRight(
                                String.valueOf(credential.get("client_secret")), client.secret());
        return right ? null : invalidClient(client);
    }

    private Answer granted(
            Exchange exchange, Document config, Row credential, @Nullable String scope) {
        Answer wrong = checkScope(config, scope);
        if (wrong != null) {
            return wrong;
        }
        String token = Secrets.token();
        long lasts = config.number("token_expiration", 7200);
        Document row =
                Document.of("service", bound(exchange, config))
                        .with("credential", Document.of("id", credential.id()))
                        .with("expires_in", lasts)
                        .with("access_token", token)
                        .with("scope", scope);
        store(exchange.workspace(), row, lasts);
        return Answer.text(
                200,
                "application/json; charset=utf-8",
                "{\"token_type\":\"bearer\",\"access_token\":\"%s\",\"expires_in\":%d}"
                        .formatted(token, lasts));
    }

    private static @Nullable Answer checkScope(Document config, @Nullable String scope) {
        if (scope == null) {
            return config.isTrue("mandatory_scope")
                    ? refusal("invalid_scope", "You must specify a scope")
                    : null;
        }
        List<?> known = config.list("scopes");
        return Arrays.stream(scope.split(" "))
                .filter(one -> !known.contains(one))
                .findFirst()
                .map(one -> refusal("invalid_scope", "\"" + one + "\" is an invalid scope"))
                .orElse(null);
    }

    /** The service that a token is for; null when it is for all. */
    private static @Nullable Document bound(Exchange exchange, Document config) {
        Row service = exchange.service();
        return service == null || config.isTrue("global_credentials")
                ? null
                : Document.of("id", service.id());
    }

    private void store(String workspace, Document token, long lasts) {
        long now = clock.millis();
        String id = UUID.randomUUID().toString();
        token.with("id", id)
                .with("created_at", now / 1000)
                .with("token_type", "bearer")
                .with("refresh_token", null)
                .with("authenticated_userid", null);
        long end = lasts == 0 ? Row.NEVER : now + lasts * 1000;
        database.put(
                database.catalogue().entity("oauth2_tokens"), new Row(id, workspace, token, end));
    }
}
