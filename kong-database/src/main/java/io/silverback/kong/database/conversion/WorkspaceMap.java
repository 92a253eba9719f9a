package io.silverback.kong.database.conversion;

import java.util.Map;
import java.util.Optional;

/** Blue's workspace ids to green's; workspaces are the same when their names are. */
public record WorkspaceMap(Map<String, String> ids) {

    /** Green's id of blue's workspace. */
    public Optional<String> target(String source) {
        return Optional.ofNullable(ids.get(source));
    }
}
