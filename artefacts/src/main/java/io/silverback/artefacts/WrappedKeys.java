package io.silverback.artefacts;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.streamingaead.PredefinedStreamingAeadParameters;
import com.google.crypto.tink.streamingaead.StreamingAeadConfig;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/** Data keysets as they are stored: encrypted by the key-encryption keyset, bound to an owner. */
record WrappedKeys(KeyEncryptionKey kek) {

    /** A new one, as bytes that may lie anywhere. */
    byte[] create(String owner) {
        try {
            StreamingAeadConfig.register();
            KeysetHandle keyset =
                    KeysetHandle.generateNew(PredefinedStreamingAeadParameters.AES256_GCM_HKDF_1MB);
            return TinkJsonProtoKeysetFormat.serializeEncryptedKeyset(
                            keyset, kek.aead(), bytes(owner))
                    .getBytes(StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java can't make AES-256 keys.", e);
        }
    }

    StreamingAead open(byte[] wrapped, String owner) throws WrongKeyException {
        try {
            StreamingAeadConfig.register();
            return TinkJsonProtoKeysetFormat.parseEncryptedKeyset(
                            new String(wrapped, StandardCharsets.UTF_8), kek.aead(), bytes(owner))
                    .getPrimitive(RegistryConfiguration.get(), StreamingAead.class);
        } catch (GeneralSecurityException e) {
            throw new WrongKeyException(
                    owner, "its data keyset was encrypted with another key-encryption keyset");
        }
    }

    private static byte[] bytes(String owner) {
        return owner.getBytes(StandardCharsets.UTF_8);
    }
}
