package io.silverback.kong.spill;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.streamingaead.PredefinedStreamingAeadParameters;
import com.google.crypto.tink.streamingaead.StreamingAeadConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.GeneralSecurityException;

/** Encrypts with a key that lives in this process's memory alone and ends with it. */
final class Seal {
    private static final byte[] NOTHING = {};

    private final StreamingAead key;

    private Seal(StreamingAead key) {
        this.key = key;
    }

    static Seal fresh() {
        try {
            StreamingAeadConfig.register();
            return new Seal(
                    KeysetHandle.generateNew(PredefinedStreamingAeadParameters.AES256_GCM_HKDF_4KB)
                            .getPrimitive(RegistryConfiguration.get(), StreamingAead.class));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java can't make AES-256 keys.", e);
        }
    }

    OutputStream on(OutputStream out) throws IOException {
        try {
            return key.newEncryptingStream(out, NOTHING);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java can't encrypt with AES-256-GCM.", e);
        }
    }

    InputStream off(InputStream in) throws IOException {
        try {
            return key.newDecryptingStream(in, NOTHING);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java can't decrypt AES-256-GCM.", e);
        }
    }
}
