package io.silverback.edge.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A secret by reference: a file or an environment variable. */
public record Secret(@Nullable Path file, @Nullable String env) {

    /**
     * The secret itself, without white space around it.
     *
     * @throws SettingsRefused where it is missing or empty
     */
    public String read() {
        String value = file != null ? contentOf(file) : environment();
        if (value.isBlank()) {
            throw new SettingsRefused("the admin token is empty");
        }
        return value.strip();
    }

    private String environment() {
        if (env == null) {
            throw new SettingsRefused("admin.token needs a file or an env");
        }
        String value = System.getenv(env);
        if (value == null) {
            throw new SettingsRefused("the environment variable " + env + " is not set");
        }
        return value;
    }

    private static String contentOf(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new SettingsRefused("the admin token's file " + file + " can't be read", e);
        }
    }
}
