package io.silverback.artefacts;

import java.util.Optional;

/**
 * One store's copy of an artefact, after all of it was read.
 *
 * @param store its name
 * @param problem why the copy is of no use; none when it is whole
 */
public record Copy(String store, Optional<String> problem) {

    static Copy whole(String store) {
        return new Copy(store, Optional.empty());
    }

    static Copy broken(String store, ArtefactException problem) {
        return new Copy(store, Optional.of(String.valueOf(problem.getMessage())));
    }

    /** Whether it can be read and is what was written. */
    public boolean isWhole() {
        return problem.isEmpty();
    }
}
