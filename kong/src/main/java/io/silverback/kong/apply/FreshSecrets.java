package io.silverback.kong.apply;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.function.Supplier;

/** Secrets that nobody knows: 256 random bits each. */
public final class FreshSecrets implements Supplier<String> {
    private static final int BYTES = 32;

    private final SecureRandom random = new SecureRandom();

    @Override
    public String get() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
