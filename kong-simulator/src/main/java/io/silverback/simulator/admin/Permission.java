package io.silverback.simulator.admin;

import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * What a role may do at an endpoint of a workspace, or must not when it is negative; {@code *}
 * stands for all. After Kong's documentation.
 */
record Permission(String workspace, String endpoint, Set<String> actions, boolean negative) {
    private static final String ALL = "*";

    /**
     * Whether permissions together allow an action: the most specific ones decide, and among those
     * a negative one wins.
     */
    static boolean allow(
            List<Permission> permissions, String workspace, String path, String action) {
        List<Permission> matching =
                permissions.stream()
                        .filter(permission -> permission.concerns(workspace, path, action))
                        .toList();
        return matching.stream()
                .max(Comparator.comparingInt(Permission::rank))
                .map(
                        best ->
                                matching.stream()
                                        .filter(other -> other.rank() == best.rank())
                                        .noneMatch(Permission::negative))
                .orElse(false);
    }

    private boolean concerns(String of, String path, String action) {
        return (workspace.equals(ALL) || workspace.equals(of))
                && (actions.contains(ALL) || actions.contains(action))
                && (endpoint.equals(ALL) || isEndpoint(path));
    }

    private boolean isEndpoint(String path) {
        String[] wanted = endpoint.split("/");
        String[] given = path.split("/");
        if (wanted.length != given.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (!wanted[i].equals(ALL) && !wanted[i].equals(given[i])) {
                return false;
            }
        }
        return true;
    }

    private int rank() {
        return (workspace.equals(ALL) ? 0 : 2) + (endpoint.equals(ALL) ? 0 : 1);
    }
}
