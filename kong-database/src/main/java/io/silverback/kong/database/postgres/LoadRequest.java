package io.silverback.kong.database.postgres;

import io.silverback.kong.database.conversion.Selection;
import io.silverback.kong.database.conversion.WorkspaceMap;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * One load.
 *
 * @param load its id: loading it again changes nothing, undo asks for it
 * @param protectedTags rows on green with one of these are never removed
 * @param now rows that expired before are left out
 * @param partOf the load that this one continues, with which it is taken back
 */
public record LoadRequest(
        UUID load,
        Selection selection,
        WorkspaceMap workspaces,
        Extra extra,
        Conflicts conflicts,
        Set<String> protectedTags,
        Instant now,
        Optional<UUID> partOf) {

    /** A load of its own. */
    public LoadRequest(
            UUID load,
            Selection selection,
            WorkspaceMap workspaces,
            Extra extra,
            Conflicts conflicts,
            Set<String> protectedTags,
            Instant now) {
        this(load, selection, workspaces, extra, conflicts, protectedTags, now, Optional.empty());
    }

    /** What becomes of rows that only green has, within the selection. */
    public enum Extra {
        /** They stay. */
        KEEP,
        /** They are removed. */
        PRUNE
    }

    /** What becomes of rows on green with the same unique key and another primary key. */
    public enum Conflicts {
        /** The load is refused. */
        FAIL,
        /** Green's row goes, with what refers to it. */
        REPLACE,
        /** Green's row stays, the other is left out. */
        KEEP
    }
}
