package io.silverback.databases.backup;

import io.silverback.artefacts.ArtefactException;
import io.silverback.artefacts.ArtefactStore;
import io.silverback.artefacts.Copy;
import io.silverback.artefacts.StoredArtefact;
import io.silverback.databases.backup.BackupCheck.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads all copies of a backup. */
record Verification(ArtefactStore store, Receipts receipts) {

    BackupCheck of(Backup backup) throws ArtefactException {
        List<StoredArtefact> artefacts = new ArrayList<>(backup.artefacts());
        Optional<StoredArtefact> receipt = store.find(receipts.artefact(backup));
        receipt.ifPresent(artefacts::add);
        List<Problem> problems = new ArrayList<>();
        boolean restorable = receipt.isPresent();
        for (StoredArtefact artefact : artefacts) {
            List<Copy> copies = store.copies(artefact);
            restorable &= copies.stream().anyMatch(Copy::isWhole);
            copies.stream()
                    .filter(copy -> !copy.isWhole())
                    .forEach(copy -> problems.add(problem(artefact, copy)));
        }
        return new BackupCheck(backup.id(), artefacts.size(), restorable, problems);
    }

    private static Problem problem(StoredArtefact artefact, Copy copy) {
        String path = artefact.uri().getPath();
        return new Problem(
                copy.store(),
                path.substring(path.lastIndexOf('/') + 1),
                copy.problem().orElseThrow());
    }
}
