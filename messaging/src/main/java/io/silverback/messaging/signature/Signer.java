package io.silverback.messaging.signature;

import com.google.crypto.tink.PublicKeySign;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;

/** Signs in this publisher's name. */
@Startup
@ApplicationScoped
public class Signer {
    private final Optional<PublicKeySign> key;

    @Inject
    Signer(SigningSettings settings) {
        this.key = settings.keyset().map(Keysets::privateKeys);
    }

    /** Signs with the private keyset in {@code file}. */
    public Signer(Path file) {
        this.key = Optional.of(Keysets.privateKeys(file));
    }

    /** The signature of {@code parts} in base64. */
    public String sign(SignedParts parts) {
        try {
            return Base64.getEncoder().encodeToString(required().sign(parts.toBytes()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Signing failed", e);
        }
    }

    private PublicKeySign required() {
        return key.orElseThrow(
                () -> new IllegalStateException("silverback.signing.keyset is not set"));
    }
}
