package io.silverback.simulator.proxy;

import io.silverback.simulator.entity.Secrets;
import io.silverback.simulator.schema.Document;
import io.silverback.simulator.store.Database;
import io.silverback.simulator.store.Row;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The plugin basic-auth: the password is right when its salted hash is the stored one. */
final class BasicAuth extends Authentication {
    BasicAuth(Database database, Clock clock) {
        super(database, clock);
    }

    @Override
    @Nullable Answer authenticate(Exchange exchange, Document config) {
        String proxyHeader = exchange.request().header("proxy-authorization");
        String header =
                proxyHeader == null ? exchange.request().header("authorization") : proxyHeader;
        if (header == null) {
            return Answer.message(401, "Unauthorized")
                    .with("WWW-Authenticate", "Basic realm=\"kong\"");
        }
        String[] given = credentials(header);
        Row credential =
                given == null
                        ? null
                        : credential(exchange, "basicauth_credentials", "username", given[0]);
        if (given == null || credential == null || !isRight(credential, given[1])) {
            return Answer.message(401, "Invalid authentication credentials");
        }
        if (config.isTrue("hide_credentials")) {
            exchange.set("authorization", null);
            exchange.set("proxy-authorization", null);
        }
        return accept(exchange, credential, given[0]);
    }

    private static boolean isRight(Row credential, String password) {
        String consumer = String.valueOf(credential.document().reference("consumer"));
        return Secrets.saltedSha1(password, consumer)
                .equals(credential.document().text("password"));
    }

    private static String @Nullable [] credentials(String header) {
        if (!header.regionMatches(true, 0, "Basic ", 0, 6)) {
            return null;
        }
        try {
            String text =
                    new String(
                            Base64.getDecoder().decode(header.substring(6).trim()),
                            StandardCharsets.UTF_8);
            String[] parts = text.split(":", 2);
            return parts.length == 2 ? parts : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
