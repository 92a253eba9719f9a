package io.silverback.simulator.load;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;

/** Writes a self-signed certificate (RFC 5280) in DER: the JDK can read them, but not make them. */
public final class SelfSigned {
    private static final int SEQUENCE = 0x30;
    private static final int INTEGER = 0x02;
    private static final int BIT_STRING = 0x03;
    private static final int UTC_TIME = 0x17;
    private static final int VERSION = 0xA0;
    private static final int EXTENSIONS = 0xA3;
    private static final byte[] ALTERNATIVE_NAMES = {0x06, 0x03, 0x55, 0x1D, 0x11};
    private static final byte[] SHA256_RSA =
            HexFormat.of().parseHex("300d06092a864886f70d01010b0500");
    private static final byte[] SHA256_ECDSA = HexFormat.of().parseHex("300a06082a8648ce3d040302");

    private SelfSigned() {}

    /** A certificate for a pair, with the subject and the alternative names of another. */
    public static byte[] certificate(KeyPair pair, @Nullable X509Certificate model)
            throws GeneralSecurityException {
        boolean rsa = pair.getPublic().getAlgorithm().equals("RSA");
        byte[] algorithm = rsa ? SHA256_RSA : SHA256_ECDSA;
        byte[] content = content(pair, model, algorithm);
        Signature signature = Signature.getInstance(rsa ? "SHA256withRSA" : "SHA256withECDSA");
        signature.initSign(pair.getPrivate());
        signature.update(content);
        return tagged(
                SEQUENCE, content, algorithm, tagged(BIT_STRING, new byte[] {0}, signature.sign()));
    }

    private static byte[] content(KeyPair pair, @Nullable X509Certificate model, byte[] algorithm) {
        byte[] name =
                (model == null
                                ? new X500Principal("CN=generated")
                                : model.getSubjectX500Principal())
                        .getEncoded();
        byte[] names = model == null ? null : model.getExtensionValue("2.5.29.17");
        byte[] extensions =
                names == null
                        ? new byte[0]
                        : tagged(
                                EXTENSIONS,
                                tagged(SEQUENCE, tagged(SEQUENCE, ALTERNATIVE_NAMES, names)));
        return tagged(
                SEQUENCE,
                tagged(VERSION, tagged(INTEGER, new byte[] {2})),
                tagged(INTEGER, BigInteger.ONE.toByteArray()),
                algorithm,
                name,
                tagged(SEQUENCE, time("200101000000Z"), time("491231235959Z")),
                name,
                pair.getPublic().getEncoded(),
                extensions);
    }

    private static byte[] time(String text) {
        return tagged(UTC_TIME, text.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] tagged(int tag, byte[]... parts) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            content.writeBytes(part);
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.write(tag);
        writeLength(whole, content.size());
        whole.writeBytes(content.toByteArray());
        return whole.toByteArray();
    }

    private static void writeLength(ByteArrayOutputStream out, int length) {
        if (length < 0x80) {
            out.write(length);
        } else if (length < 0x100) {
            out.write(0x81);
            out.write(length);
        } else {
            out.write(0x82);
            out.write(length >> 8);
            out.write(length);
        }
    }
}
