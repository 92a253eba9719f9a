package io.silverback.dump.gateway;

import io.silverback.kong.state.DeclarativeState;
import java.util.Set;

/** What of a state a plan moves: of the workspaces themselves, only its own. */
final class Moved {

    private static final String WORKSPACES = "workspaces";

    private Moved() {}

    static DeclarativeState of(DeclarativeState state, Set<String> workspaces) {
        return state.filter(
                entity ->
                        !entity.type().equals(WORKSPACES)
                                || workspaces.contains(entity.name().orElse("")));
    }
}
