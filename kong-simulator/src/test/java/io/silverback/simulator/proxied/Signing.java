package io.silverback.simulator.proxied;

import io.silverback.simulator.schema.Document;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs a request for hmac-auth as its record says, at the present time. */
final class Signing {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
                    .withZone(ZoneOffset.UTC);

    private Signing() {}

    /** Date and Authorization; none when the record asks for no signature. */
    static Document headers(Document record, Instant now) {
        Document sign = record.document("sign");
        if (sign.isEmpty()) {
            return new Document();
        }
        String date = DATE.format(now);
        Document sent = Document.of(record.document("request").document("headers"));
        String names = String.valueOf(sign.get("headers"));
        String lines =
                Arrays.stream(names.split(" "))
                        .map(name -> name + ": " + (name.equals("date") ? date : value(sent, name)))
                        .collect(Collectors.joining("\n"));
        String algorithm = String.valueOf(sign.get("algorithm"));
        return Document.of("Date", date)
                .with(
                        "Authorization",
                        "hmac username=\"%s\", algorithm=\"%s\", headers=\"%s\", signature=\"%s\""
                                .formatted(
                                        sign.get("username"),
                                        algorithm,
                                        names,
                                        signature(
                                                algorithm.replace("hmac-sha", "HmacSHA"),
                                                String.valueOf(sign.get("secret")),
                                                lines)));
    }

    private static Object value(Document headers, String name) {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .findFirst()
                .map(header -> String.valueOf(header.getValue()))
                .orElse("");
    }

    private static String signature(String algorithm, String secret, String lines) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), algorithm));
            byte[] bytes = mac.doFinal(lines.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(algorithm + " is missing", e);
        }
    }
}
