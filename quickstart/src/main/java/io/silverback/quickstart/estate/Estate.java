package io.silverback.quickstart.estate;

import java.nio.file.Path;
import java.util.List;

/**
 * What the simulated blue gateway starts with.
 *
 * @param files decK files, one for each workspace
 * @param hashedCredentials whether passwords in them are hashes, as in a dump of a real gateway
 */
public record Estate(List<Path> files, boolean hashedCredentials) {

    public Estate {
        files = List.copyOf(files);
    }

    /** Nothing at all. */
    public static Estate empty() {
        return new Estate(List.of(), false);
    }
}
