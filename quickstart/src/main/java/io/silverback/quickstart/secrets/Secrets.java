package io.silverback.quickstart.secrets;

import com.google.crypto.tink.CleartextKeysetHandle;
import com.google.crypto.tink.JsonKeysetWriter;
import com.google.crypto.tink.KeyTemplates;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.signature.SignatureConfig;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;

/** The keysets and tokens of one installation, each in a file that only its owner can read. */
public final class Secrets {

    /** Who signs events. */
    public static final List<String> PUBLISHERS =
            List.of("dump", "sync", "verify", "traffic", "console", "edge");

    private final Path directory;

    private Secrets(Path directory) {
        this.directory = directory;
    }

    /**
     * Makes what is missing below {@code directory}; what is there stays.
     *
     * @throws IOException when a file cannot be written
     */
    public static Secrets in(Path directory) throws IOException {
        Secrets secrets = new Secrets(directory);
        Files.createDirectories(secrets.publicKeys());
        try {
            AeadConfig.register();
            SignatureConfig.register();
            secrets.writeKeyEncryptionKeyset();
            for (String publisher : PUBLISHERS) {
                secrets.writeSigningKeysets(publisher);
            }
        } catch (GeneralSecurityException refused) {
            throw new IOException("The keysets could not be made", refused);
        }
        return secrets;
    }

    /** The keyset that wraps the data keys of artefacts. */
    public Path keyEncryptionKeyset() {
        return directory.resolve("artefacts.json");
    }

    /** The private keyset with which {@code publisher} signs. */
    public Path signingKeyset(String publisher) {
        return directory.resolve("signing-" + publisher + ".json");
    }

    /** The directory with everybody's public keyset. */
    public Path publicKeys() {
        return directory.resolve("public");
    }

    /** A file with a random bearer token; made when it is missing. */
    public Path token(String name) throws IOException {
        Path file = directory.resolve(name + ".token");
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        writeOnce(file, HexFormat.of().formatHex(bytes));
        return file;
    }

    private void writeKeyEncryptionKeyset() throws IOException, GeneralSecurityException {
        writeOnce(
                keyEncryptionKeyset(),
                cleartext(KeysetHandle.generateNew(KeyTemplates.get("AES256_GCM"))));
    }

    private void writeSigningKeysets(String publisher)
            throws IOException, GeneralSecurityException {
        if (Files.exists(signingKeyset(publisher))) {
            return;
        }
        KeysetHandle own = KeysetHandle.generateNew(KeyTemplates.get("ED25519"));
        writeOnce(
                publicKeys().resolve(publisher + ".json"), cleartext(own.getPublicKeysetHandle()));
        writeOnce(signingKeyset(publisher), cleartext(own));
    }

    private static String cleartext(KeysetHandle keyset) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CleartextKeysetHandle.write(keyset, JsonKeysetWriter.withOutputStream(bytes));
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static void writeOnce(Path file, String content) throws IOException {
        if (Files.exists(file)) {
            return;
        }
        Files.createFile(
                file,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, content);
    }
}
