package io.silverback.simulator.proxied;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;

/** SHA-256 of certificates in DER, in hexadecimal. */
final class Fingerprints {
    private Fingerprints() {}

    static String ofPem(String pem) {
        String first = pem.substring(0, pem.indexOf("-----END"));
        return of(Base64.getMimeDecoder().decode(first.substring(first.indexOf('\n') + 1)));
    }

    static String of(byte[] der) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(der));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("SHA-256 is missing", e);
        }
    }
}
