package io.silverback.sync.rows;

import io.silverback.kong.database.snapshot.Parts;
import io.silverback.kong.database.snapshot.Snapshot;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Reads all parts of a snapshot once, however many workspaces are loaded from it. What is altered
 * after that is found when the part is read, inside the load's transaction.
 */
final class CheckedSnapshots {

    private static final int REMEMBERED = 64;

    private final Set<String> checked =
            Collections.synchronizedSet(Collections.newSetFromMap(new Newest()));

    Snapshot open(Parts parts, String sha256) throws IOException {
        if (checked.contains(sha256)) {
            return Snapshot.reopen(parts, sha256);
        }
        Snapshot snapshot = Snapshot.open(parts, sha256);
        checked.add(sha256);
        return snapshot;
    }

    private static final class Newest extends LinkedHashMap<String, Boolean> {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    }
}
