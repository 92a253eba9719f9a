package io.silverback.registry;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** A place for artefacts. */
public sealed interface Store {

    /** Its name in the registry. */
    String name();

    /** A directory, absolute, that all services share. */
    record File(String name, Path path) implements Store {}

    /**
     * A bucket, for copies.
     *
     * @param prefix of all keys; empty for none
     * @param endpoint of a server other than Amazon's
     * @param pathStyle whether the bucket stands in the path rather than in the host name
     * @param keys without them, credentials are found as the environment says
     */
    record S3(
            String name,
            String bucket,
            String prefix,
            String region,
            Optional<URI> endpoint,
            boolean pathStyle,
            Optional<Keys> keys)
            implements Store {}

    /** An access key and its secret, by reference. */
    record Keys(SecretReference accessKey, SecretReference secretKey) {}
}
