package io.silverback.artefacts;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/** The one keyset that encrypts the data key of each owner; it never encrypts an artefact. */
public final class KeyEncryptionKey {

    private final Aead aead;

    private KeyEncryptionKey(Aead aead) {
        this.aead = aead;
    }

    /**
     * Reads a Tink AEAD keyset in JSON, such as AES256_GCM.
     *
     * @throws KeysetException naming the file and the reason
     */
    public static KeyEncryptionKey load(Path file) throws KeysetException {
        try {
            AeadConfig.register();
            KeysetHandle keyset =
                    TinkJsonProtoKeysetFormat.parseKeyset(
                            text(file), InsecureSecretKeyAccess.get());
            return new KeyEncryptionKey(
                    keyset.getPrimitive(RegistryConfiguration.get(), Aead.class));
        } catch (GeneralSecurityException e) {
            throw new KeysetException(file.toString(), "it is no Tink AEAD keyset in JSON");
        }
    }

    private static String text(Path file) throws KeysetException {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            throw new KeysetException(file.toString(), "there is no such file");
        } catch (AccessDeniedException e) {
            throw new KeysetException(file.toString(), "it may not be read");
        } catch (IOException e) {
            throw new KeysetException(file.toString(), "reading failed");
        }
    }

    Aead aead() {
        return aead;
    }

    @Override
    public String toString() {
        return "KeyEncryptionKey";
    }
}
