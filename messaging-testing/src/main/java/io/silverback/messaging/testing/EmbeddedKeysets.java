package io.silverback.messaging.testing;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.signature.PredefinedSignatureParameters;
import com.google.crypto.tink.signature.SignatureConfig;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;

/**
 * Makes signing keysets for all publishers and a key-encryption keyset, and sets {@code
 * silverback.signing.*} and {@code silverback.artefacts.keyset}.
 */
public class EmbeddedKeysets implements QuarkusTestResourceLifecycleManager {
    private static final List<String> PUBLISHERS =
            List.of("dump", "sync", "verify", "traffic", "console", "edge");

    @Override
    public Map<String, String> start() {
        Path directory = create();
        return Map.of(
                "silverback.signing.keyset",
                directory.resolve("private") + "/${silverback.publisher}.json",
                "silverback.signing.public-keys",
                directory.resolve("public").toString(),
                "silverback.test.private-keys",
                directory.resolve("private").toString(),
                "silverback.artefacts.keyset",
                directory.resolve("kek.json").toString());
    }

    @Override
    public void stop() {}

    /** A new directory with {@code private/}, {@code public/} and {@code kek.json}. */
    public static Path create() {
        try {
            AeadConfig.register();
            SignatureConfig.register();
            Path directory = Files.createTempDirectory("silverback-keys");
            Files.createDirectories(directory.resolve("private"));
            Files.createDirectories(directory.resolve("public"));
            for (String publisher : PUBLISHERS) {
                writePair(directory, publisher + ".json");
            }
            writePrivate(
                    directory.resolve("kek.json"),
                    KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM));
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void writePair(Path directory, String name)
            throws IOException, GeneralSecurityException {
        KeysetHandle keys = KeysetHandle.generateNew(PredefinedSignatureParameters.ED25519);
        writePrivate(directory.resolve("private").resolve(name), keys);
        Files.writeString(
                directory.resolve("public").resolve(name),
                TinkJsonProtoKeysetFormat.serializeKeysetWithoutSecret(
                        keys.getPublicKeysetHandle()));
    }

    private static void writePrivate(Path file, KeysetHandle keys)
            throws IOException, GeneralSecurityException {
        Files.writeString(
                file,
                TinkJsonProtoKeysetFormat.serializeKeyset(keys, InsecureSecretKeyAccess.get()));
    }
}
