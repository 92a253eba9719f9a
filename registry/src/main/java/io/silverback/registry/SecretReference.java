package io.silverback.registry;

import java.nio.file.Path;

/** Where a secret is. Only {@link #read()} ever holds the secret itself. */
public sealed interface SecretReference {

    /**
     * The secret as it is now, without a trailing line break; read anew at each call.
     *
     * @throws SecretUnavailableException naming the reference and the reason, never the content
     */
    String read();

    /** The value of an environment variable. */
    record Env(String variable) implements SecretReference {
        @Override
        public String read() {
            return SecretSource.environment(this, System.getenv(variable));
        }

        @Override
        public String toString() {
            return "environment variable " + variable;
        }
    }

    /** The content of a file in UTF-8; the path is absolute. */
    record File(Path path) implements SecretReference {
        @Override
        public String read() {
            return SecretSource.file(this);
        }

        @Override
        public String toString() {
            return "file " + path;
        }
    }
}
