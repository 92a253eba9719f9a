package io.silverback.dump.gateway;

import io.silverback.kong.state.Entity;
import java.util.Set;
import java.util.function.Predicate;

/** What a plan moves: of the workspaces themselves only its own. */
final class Moved {

    private Moved() {}

    /** Everything but the workspaces that are called otherwise. */
    static Predicate<Entity> of(Set<String> workspaces) {
        return entity ->
                !entity.type().equals("workspaces")
                        || entity.name().filter(workspaces::contains).isPresent();
    }
}
