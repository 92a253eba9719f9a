package io.silverback.simulator.schema;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What must be known of certificates and keys in PEM. */
public final class Pem {
    private static final byte[] PROBE = {1, 2, 3, 4, 5, 6, 7, 8};
    private static final String BAD_CERTIFICATE =
            "asn1/asn1_lib.c:101:error:0D07207B:asn1 encoding routines:ASN1_get_object:header too long";
    private static final String BAD_KEY =
            "pem/pem_lib.c:745:error:0909006C:PEM routines:get_name:no start line";

    private Pem() {}

    /**
     * Whether a private key is that of a certificate; true when one of them is none, or a key of a
     * form that is not read here.
     */
    static boolean isPair(@Nullable Object certificate, @Nullable Object key) {
        X509Certificate read = certificate instanceof String text ? certificate(text) : null;
        PrivateKey secret = key instanceof String text ? privateKey(text) : null;
        if (read == null || secret == null) {
            return true;
        }
        try {
            Signature signature = Signature.getInstance(signing(secret.getAlgorithm()));
            signature.initSign(secret);
            signature.update(PROBE);
            byte[] signed = signature.sign();
            signature.initVerify(read.getPublicKey());
            signature.update(PROBE);
            return signature.verify(signed);
        } catch (InvalidKeyException | SignatureException e) {
            return false;
        } catch (NoSuchAlgorithmException e) {
            return true;
        }
    }

    private static String signing(String algorithm) {
        return switch (algorithm) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            default -> algorithm;
        };
    }

    private static @Nullable PrivateKey privateKey(String pem) {
        String header = "-----BEGIN PRIVATE KEY-----";
        int from = pem.indexOf(header);
        int to = pem.indexOf("-----END PRIVATE KEY-----");
        if (from < 0 || to < from) {
            return null;
        }
        byte[] der = Base64.getMimeDecoder().decode(pem.substring(from + header.length(), to));
        return Stream.of("RSA", "EC", "Ed25519")
                .map(algorithm -> privateKey(algorithm, der))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable PrivateKey privateKey(String algorithm, byte[] der) {
        try {
            return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(der));
        } catch (GeneralSecurityException e) {
            return null;
        }
    }

    static @Nullable String certificateError(String text) {
        return certificate(text) == null
                ? "invalid certificate: x509.new: " + BAD_CERTIFICATE
                : null;
    }

    static @Nullable String privateKeyError(String text) {
        return text.contains("-----BEGIN") && text.contains("PRIVATE KEY-----")
                ? null
                : "invalid key: pkey.new:load_key: " + BAD_KEY;
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
