package io.silverback.simulator.admin;

import java.util.List;
import java.util.Set;

/**
 * What a role may do to one entity, to all of a workspace, or to all ({@code *}); must not when it
 * is negative. After Kong's documentation.
 */
record EntityRight(String entity, Set<String> actions, boolean negative) {
    private static final String ALL = "*";

    /** Whether rights together allow an action on an entity: one must, and none may forbid it. */
    static boolean allow(List<EntityRight> rights, String id, String workspace, String action) {
        List<EntityRight> matching =
                rights.stream().filter(right -> right.concerns(id, workspace, action)).toList();
        return !matching.isEmpty() && matching.stream().noneMatch(EntityRight::negative);
    }

    private boolean concerns(String id, String workspace, String action) {
        return List.of(id, workspace, ALL).contains(entity)
                && (actions.contains(ALL) || actions.contains(action));
    }
}
