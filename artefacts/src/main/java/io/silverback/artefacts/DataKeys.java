package io.silverback.artefacts;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.streamingaead.PredefinedStreamingAeadParameters;
import com.google.crypto.tink.streamingaead.StreamingAeadConfig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/**
 * One keyset for each owner, encrypted by the key-encryption keyset and bound to the owner, beside
 * the artefacts it encrypts. Removing it shreds them all.
 */
final class DataKeys {

    private static final String FILE = "data-keyset.json";

    private final Directory directory;
    private final KeyEncryptionKey kek;

    DataKeys(Directory directory, KeyEncryptionKey kek) {
        this.directory = directory;
        this.kek = kek;
    }

    /** The owner's key, made when it has none; of two who make one at once both get the same. */
    StreamingAead forWriting(String owner) throws ArtefactException {
        Path file = file(owner);
        if (!Files.exists(file)) {
            byte[] keyset = wrap(generate(), owner).getBytes(StandardCharsets.UTF_8);
            directory.writeOnce(file, keyset);
        }
        return forReading(owner);
    }

    StreamingAead forReading(String owner) throws ArtefactException {
        try {
            return unwrap(Files.readString(file(owner)), owner)
                    .getPrimitive(RegistryConfiguration.get(), StreamingAead.class);
        } catch (NoSuchFileException e) {
            throw new WrongKeyException(owner, "its data keyset is not in the store");
        } catch (GeneralSecurityException e) {
            throw new WrongKeyException(
                    owner, "its data keyset was encrypted with another key-encryption keyset");
        } catch (IOException e) {
            throw directory.failure("reading a data keyset failed", e);
        }
    }

    private Path file(String owner) {
        return directory.root().resolve(owner).resolve(FILE);
    }

    private static KeysetHandle generate() {
        try {
            StreamingAeadConfig.register();
            return KeysetHandle.generateNew(PredefinedStreamingAeadParameters.AES256_GCM_HKDF_1MB);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java can't make AES-256 keys.", e);
        }
    }

    private String wrap(KeysetHandle keyset, String owner) {
        try {
            return TinkJsonProtoKeysetFormat.serializeEncryptedKeyset(
                    keyset, kek.aead(), bytes(owner));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A new data key can't be encrypted.", e);
        }
    }

    private KeysetHandle unwrap(String json, String owner) throws GeneralSecurityException {
        StreamingAeadConfig.register();
        return TinkJsonProtoKeysetFormat.parseEncryptedKeyset(json, kek.aead(), bytes(owner));
    }

    private static byte[] bytes(String owner) {
        return owner.getBytes(StandardCharsets.UTF_8);
    }
}
