package io.silverback.console.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether an artefact may be downloaded: with the token where there is one, else on loopback. */
@ApplicationScoped
public class Downloads {
    private static final String BEARER = "Bearer ";

    private final Optional<Path> tokenFile;

    Downloads(AccessConfig config) {
        this.tokenFile = config.tokenFile();
    }

    /** Decides by the header {@code Authorization} and where the request comes from. */
    public boolean areAllowed(@Nullable String authorization, boolean fromLoopback) {
        return tokenFile.map(file -> matches(file, authorization)).orElse(fromLoopback);
    }

    private static boolean matches(Path file, @Nullable String authorization) {
        return authorization != null
                && authorization.startsWith(BEARER)
                && MessageDigest.isEqual(
                        bytes(read(file)), bytes(authorization.substring(BEARER.length())));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("the token file can't be read", e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
