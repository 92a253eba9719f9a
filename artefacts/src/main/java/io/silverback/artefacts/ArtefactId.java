package io.silverback.artefacts;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names an artefact.
 *
 * @param owner id of the migration, or of the plan for what its migrations share
 * @param generation of the migration's dumps
 * @param name such as {@code payments.yaml}; letters, digits, dot, dash, underscore
 */
public record ArtefactId(String owner, int generation, String name) {

    private static final Pattern KEY =
            Pattern.compile("([^/]+)/([0-9]{1,9})/([A-Za-z0-9_][A-Za-z0-9._-]{0,127})");
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

    /** What a key such as {@code <owner>/<generation>/<name>} names; none for any other. */
    static Optional<ArtefactId> parse(String key) {
        Matcher parts = KEY.matcher(key);
        return parts.matches() && NAME.matcher(parts.group(1)).matches()
                ? Optional.of(
                        new ArtefactId(
                                parts.group(1), Integer.parseInt(parts.group(2)), parts.group(3)))
                : Optional.empty();
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
