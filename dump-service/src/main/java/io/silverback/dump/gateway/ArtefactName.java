package io.silverback.dump.gateway;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** A workspace's name as the name of a file, where workspaces may be called anything. */
final class ArtefactName {

    private static final int LONGEST = 80;

    private ArtefactName() {}

    /** The name itself where it is fit, else what is fit of it and a digest that keeps it apart. */
    static String of(String workspace) {
        String fit = workspace.replaceAll("[^A-Za-z0-9._-]", "_").replaceAll("^[.-]", "_");
        if (fit.equals(workspace) && fit.length() <= LONGEST) {
            return fit;
        }
        String digest =
                UUID.nameUUIDFromBytes(workspace.getBytes(StandardCharsets.UTF_8)).toString();
        return fit.substring(0, Math.min(fit.length(), LONGEST)) + "-" + digest.substring(0, 8);
    }
}
