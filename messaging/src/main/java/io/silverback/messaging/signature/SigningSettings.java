package io.silverback.messaging.signature;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Where the keys of signatures lie. */
@ConfigMapping(prefix = "silverback.signing")
public interface SigningSettings {

    /** File with this publisher's private Tink keyset (Ed25519, JSON). */
    Optional<Path> keyset();

    /** Directory with {@code <publisher>.json}, the public Tink keysets of all publishers. */
    Optional<Path> publicKeys();
}
