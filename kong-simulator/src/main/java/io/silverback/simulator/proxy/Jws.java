package io.silverback.simulator.proxy;

import io.silverback.simulator.schema.Document;
import io.silverback.simulator.schema.Json;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** A signed token (RFC 7515) in its three parts. */
record Jws(Document header, Document claims, String signed, byte[] signature) {
    private static final Map<String, String> RSA_AND_EC =
            Map.of(
                    "RS256", "SHA256withRSA",
                    "RS384", "SHA384withRSA",
                    "RS512", "SHA512withRSA",
                    "ES256", "SHA256withECDSAinP1363Format",
                    "ES384", "SHA384withECDSAinP1363Format",
                    "ES512", "SHA512withECDSAinP1363Format");

    /** The token, or null when it cannot be read. */
    static @Nullable Jws of(String token) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3) {
            return null;
        }
        try {
            Map<?, ?> header = Json.object(Base64.getUrlDecoder().decode(parts[0]));
            Map<?, ?> claims = Json.object(Base64.getUrlDecoder().decode(parts[1]));
            return header == null || claims == null
                    ? null
                    : new Jws(
                            Document.of(header),
                            Document.of(claims),
                            parts[0] + "." + parts[1],
                            Base64.getUrlDecoder().decode(parts[2]));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Whether a shared secret made the signature. */
    boolean isSignedBy(String algorithm, byte[] secret) throws GeneralSecurityException {
        String name = algorithm.replace("HS", "HmacSHA");
        Mac mac = Mac.getInstance(name);
        mac.init(new SecretKeySpec(secret, name));
        byte[] expected = mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII));
        return MessageDigest.isEqual(expected, signature);
    }

    /** Whether the owner of a public key (PEM) made the signature. */
    boolean isSignedBy(String algorithm, String pem) throws GeneralSecurityException {
        String base64 = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
        X509EncodedKeySpec spec = new X509EncodedKeySpec(Base64.getDecoder().decode(base64));
        String family = algorithm.startsWith("RS") ? "RSA" : "EC";
        PublicKey key = KeyFactory.getInstance(family).generatePublic(spec);
        Signature verifier = Signature.getInstance(RSA_AND_EC.getOrDefault(algorithm, ""));
        verifier.initVerify(key);
        verifier.update(signed.getBytes(StandardCharsets.US_ASCII));
        return verifier.verify(signature);
    }
}
