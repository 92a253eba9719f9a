package io.silverback.artefacts;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Names an artefact.
 *
 * @param owner id of the migration, or of the plan for what its migrations share
 * @param generation of the migration's dumps
 * @param name such as {@code payments.yaml}; letters, digits, dot, dash, underscore
 */
public record ArtefactId(String owner, int generation, String name) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,127}");

    /** Refuses what could leave the store's directory. */
    public ArtefactId {
        if (!NAME.matcher(owner).matches()) {
            throw new IllegalArgumentException("\"" + owner + "\" can't own an artefact.");
        }
        if (generation < 0) {
            throw new IllegalArgumentException("An artefact's generation can't be negative.");
        }
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("\"" + name + "\" can't name an artefact.");
        }
    }

    /** Binds a ciphertext to its place: stored anywhere else it can't be decrypted. */
    byte[] associatedData() {
        return toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return owner + "/" + generation + "/" + name;
    }
}
