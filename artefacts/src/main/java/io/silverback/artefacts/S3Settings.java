package io.silverback.artefacts;

import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * How a bucket is reached.
 *
 * @param prefix of all keys; empty for none
 * @param endpoint of a server other than Amazon's
 * @param pathStyle whether the bucket stands in the path rather than in the host name
 * @param credentials read anew whenever they are needed; without them, what the environment says
 */
public record S3Settings(
        String bucket,
        String prefix,
        String region,
        Optional<URI> endpoint,
        boolean pathStyle,
        Optional<Supplier<S3Credentials>> credentials) {

    /** A key and its secret. */
    public record S3Credentials(String accessKey, String secretKey) {

        @Override
        public String toString() {
            return "S3Credentials";
        }
    }
}
