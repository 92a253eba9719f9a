package io.silverback.verify.verification;

import io.silverback.contracts.MigrationRequested;
import java.util.Set;

/**
 * What is to be verified.
 *
 * @param generation of the configuration on green
 * @param workspaces those of the whole plan
 */
public record Order(MigrationRequested request, long generation, Set<String> workspaces) {

    public Order {
        workspaces = Set.copyOf(workspaces);
    }
}
