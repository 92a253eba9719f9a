package io.silverback.simulator.tls;

import io.silverback.simulator.load.GeneratedPairs;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A private key and its certificate chain, the own certificate first. */
record Identity(PrivateKey key, X509Certificate[] chain) {
    private static final byte[] RSA_KEY_HEAD =
            HexFormat.of().parseHex("020100300d06092a864886f70d0101010500");

    /** RSA or EC. */
    String algorithm() {
        return key.getAlgorithm();
    }

    /** From PEM; null when it cannot be read or is another kind of key. */
    static @Nullable Identity of(String chain, String key) {
        try {
            X509Certificate[] certificates =
                    CertificateFactory.getInstance("X.509")
                            .generateCertificates(
                                    new ByteArrayInputStream(
                                            chain.getBytes(StandardCharsets.US_ASCII)))
                            .toArray(X509Certificate[]::new);
            if (certificates.length == 0) {
                return null;
            }
            byte[] der = decoded(key);
            boolean traditional = key.contains("BEGIN RSA PRIVATE KEY");
            String algorithm = certificates[0].getPublicKey().getAlgorithm();
            PrivateKey read =
                    KeyFactory.getInstance(algorithm)
                            .generatePrivate(
                                    new PKCS8EncodedKeySpec(traditional ? wrapped(der) : der));
            return new Identity(read, certificates);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return null;
        }
    }

    /** A new pair with a certificate that it signed itself. */
    static Identity generated(String algorithm) {
        GeneratedPairs.Pair pair = GeneratedPairs.selfSigned(algorithm);
        Identity identity = of(pair.certificate(), pair.key());
        if (identity == null) {
            throw new IllegalStateException("A generated pair cannot be read: " + algorithm);
        }
        return identity;
    }

    private static byte[] decoded(String pem) {
        String base64 = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
        return Base64.getDecoder().decode(base64);
    }

    private static byte[] wrapped(byte[] key) {
        byte[] octets = tagged(0x04, key);
        byte[] content = new byte[RSA_KEY_HEAD.length + octets.length];
        System.arraycopy(RSA_KEY_HEAD, 0, content, 0, RSA_KEY_HEAD.length);
        System.arraycopy(octets, 0, content, RSA_KEY_HEAD.length, octets.length);
        return tagged(0x30, content);
    }

    private static byte[] tagged(int tag, byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(content.length + 4);
        out.write(tag);
        out.write(0x82);
        out.write(content.length >> 8);
        out.write(content.length);
        out.writeBytes(content);
        return out.toByteArray();
    }
}
