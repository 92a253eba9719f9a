package io.silverback.simulator.schema;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** What must be known of certificates and keys in PEM. */
public final class Pem {
    private Pem() {}

    static @Nullable String certificateError(String text) {
        return certificate(text) == null ? "invalid certificate: x509.new: no start line" : null;
    }

    static @Nullable String privateKeyError(String text) {
        return text.contains("-----BEGIN") && text.contains("PRIVATE KEY-----")
                ? null
                : "invalid key: pkey.new:load_key: no start line";
    }

    /** The first certificate in a PEM text, or null. */
    public static @Nullable X509Certificate certificate(String pem) {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509")
                            .generateCertificate(
                                    new ByteArrayInputStream(pem.getBytes(StandardCharsets.UTF_8)));
        } catch (CertificateException e) {
            return null;
        }
    }

    /**
     * The lower-case hexadecimal SHA-256 of a certificate's DER form, or null when the text is
     * none.
     */
    public static @Nullable String digest(String pem) {
        X509Certificate certificate = certificate(pem);
        try {
            return certificate == null
                    ? null
                    : HexFormat.of()
                            .formatHex(
                                    MessageDigest.getInstance("SHA-256")
                                            .digest(certificate.getEncoded()));
        } catch (CertificateException | NoSuchAlgorithmException e) {
            return null;
        }
    }
}
