package io.silverback.simulator.admin;

import java.util.List;
import java.util.Set;

/**
 * What a role may do to one entity, to all of a workspace, or to all ({@code *}); must not when it
 * is negative. After Kong's documentation.
 */
record EntityRight(String entity, Set<String> actions, boolean negative) {
    private static final String ALL = "*";

    /** Whether rights allow an action on an entity: the most specific decide, a negative first. */
    static boolean allow(List<EntityRight> rights, String id, String workspace, String action) {
        for (String named : List.of(id, workspace, ALL)) {
            List<EntityRight> matching =
                    rights.stream().filter(right -> right.concerns(named, action)).toList();
            if (!matching.isEmpty()) {
                return matching.stream().noneMatch(EntityRight::negative);
            }
        }
        return false;
    }

    private boolean concerns(String named, String action) {
        return entity.equals(named) && (actions.contains(ALL) || actions.contains(action));
    }
}
