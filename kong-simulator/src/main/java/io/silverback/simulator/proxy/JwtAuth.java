package io.silverback.simulator.proxy;

import io.silverback.simulator.schema.Document;
import io.silverback.simulator.store.Database;
import io.silverback.simulator.store.Row;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The plugin jwt: a token signed with the secret or the key of a credential. */
final class JwtAuth extends Authentication {
    private static final Pattern BEARER = Pattern.compile("\\s*[Bb]earer\\s+(.+)");

    JwtAuth(Database database, Clock clock) {
        super(database, clock);
    }

    @Override
    @Nullable Answer authenticate(Exchange exchange, Document config) {
        ProxyRequest request = exchange.request();
        if (request.method().equals("OPTIONS") && !config.isTrue("run_on_preflight")) {
            return null;
        }
        Set<String> tokens = tokens(request, config);
        if (tokens.size() != 1) {
            return refusal(tokens.isEmpty() ? "Unauthorized" : "Multiple tokens provided");
        }
        Jws token = Jws.of(tokens.iterator().next());
        if (token == null) {
            return refusal("Bad token; invalid JSON");
        }
        return authenticate(exchange, token, config);
    }

    private @Nullable Answer authenticate(Exchange exchange, Jws token, Document config) {
        String claim = String.valueOf(config.get("key_claim_name"));
        String key = token.claims().text(claim);
        key = key == null ? token.header().text(claim) : key;
        if (key == null || key.isEmpty()) {
            return refusal(
                    key == null
                            ? "No mandatory '" + claim + "' in claims"
                            : "Invalid '" + claim + "' in claims");
        }
        Row credential = credential(exchange, "jwt_secrets", "key", key);
        if (credential == null) {
            return refusal("No credentials found for given '" + claim + "'");
        }
        Answer wrong = check(token, credential.document(), config);
        return wrong == null ? accept(exchange, credential, key) : wrong;
    }

    private static Answer refusal(String message) {
        return Answer.compact(401, "message", message);
    }

    private static Set<String> tokens(ProxyRequest request, Document config) {
        Set<String> tokens = new LinkedHashSet<>();
        Parameters query = Parameters.ofQuery(request.query());
        config.list("uri_param_names")
                .forEach(name -> tokens.addAll(query.all(String.valueOf(name))));
        for (Object name : config.list("cookie_names")) {
            String cookie = Cookies.value(request, String.valueOf(name));
            if (cookie != null && !cookie.isEmpty()) {
                tokens.add(cookie);
            }
        }
        for (Object name : config.list("header_names")) {
            String header = request.header(String.valueOf(name));
            Matcher matcher = BEARER.matcher(header == null ? "" : header);
            if (matcher.lookingAt()) {
                tokens.add(matcher.group(1));
            }
        }
        return tokens;
    }

    private @Nullable Answer check(Jws token, Document credential, Document config) {
        String algorithm = String.valueOf(credential.get("algorithm"));
        if (!algorithm.equals(token.header().text("alg"))) {
            return refusal("Invalid algorithm");
        }
        try {
            if (!isSigned(token, algorithm, credential, config.isTrue("secret_is_base64"))) {
                return refusal("Invalid signature");
            }
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return refusal("Invalid signature");
        }
        return claims(token.claims(), config);
    }

    private static boolean isSigned(
            Jws token, String algorithm, Document credential, boolean base64)
            throws GeneralSecurityException {
        if (!algorithm.startsWith("HS")) {
            return token.isSignedBy(algorithm, String.valueOf(credential.get("rsa_public_key")));
        }
        String secret = String.valueOf(credential.get("secret"));
        byte[] bytes =
                base64
                        ? Base64.getDecoder().decode(secret.replace('-', '+').replace('_', '/'))
                        : secret.getBytes(StandardCharsets.UTF_8);
        return token.isSignedBy(algorithm, bytes);
    }

    private @Nullable Answer claims(Document claims, Document config) {
        for (Object name : config.list("claims_to_verify")) {
            String claim = String.valueOf(name);
            if (!(claims.get(claim) instanceof Number number)) {
                return Answer.compact(401, claim, "must be a number");
            }
            long seconds = now() / 1000;
            if (claim.equals("exp") && number.longValue() <= seconds) {
                return Answer.compact(401, claim, "token expired");
            }
            if (claim.equals("nbf") && number.longValue() > seconds) {
                return Answer.compact(401, claim, "token not valid yet");
            }
        }
        long longest = config.number("maximum_expiration", 0);
        boolean tooLong = longest > 0 && claims.number("exp", 0) - now() / 1000 > longest;
        return tooLong ? Answer.compact(403, "exp", "exceeds maximum allowed expiration") : null;
    }
}
