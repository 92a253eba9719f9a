package io.silverback.databases.backup;

import java.util.List;

/**
 * A backup after every store's copy of every artefact of it was read.
 *
 * @param artefacts how many it has, receipt and manifest among them
 * @param restorable whether each of them is whole in some store
 */
public record BackupCheck(String id, int artefacts, boolean restorable, List<Problem> problems) {

    /** One store's copy that is of no use. */
    public record Problem(String store, String artefact, String reason) {}

    /** Whether every copy is what was written. */
    public boolean isWhole() {
        return problems.isEmpty();
    }
}
