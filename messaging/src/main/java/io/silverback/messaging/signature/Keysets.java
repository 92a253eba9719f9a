package io.silverback.messaging.signature;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.PublicKeySign;
import com.google.crypto.tink.PublicKeyVerify;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.signature.SignatureConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/** Reads Tink keysets from files. */
final class Keysets {

    private Keysets() {}

    static PublicKeySign privateKeys(Path file) {
        try {
            SignatureConfig.register();
            return TinkJsonProtoKeysetFormat.parseKeyset(
                            Files.readString(file), InsecureSecretKeyAccess.get())
                    .getPrimitive(RegistryConfiguration.get(), PublicKeySign.class);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("No private signing keyset in " + file, e);
        }
    }

    static PublicKeyVerify publicKeys(Path file) {
        try {
            SignatureConfig.register();
            return TinkJsonProtoKeysetFormat.parseKeysetWithoutSecret(Files.readString(file))
                    .getPrimitive(RegistryConfiguration.get(), PublicKeyVerify.class);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("No public signing keyset in " + file, e);
        }
    }
}
