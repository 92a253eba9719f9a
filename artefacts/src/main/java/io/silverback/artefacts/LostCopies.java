package io.silverback.artefacts;

/** Hears of copies that could not be read; another store's served instead, if any could. */
@FunctionalInterface
public interface LostCopies {

    /** The store's copy of the artefact is missing, altered or out of reach. */
    void lost(String store, String artefact, ArtefactException why);
}
