package io.silverback.kong.catalogue;

/** What an entity is to a migration. */
public enum Kind {
    /** Written by people: compared, fingerprinted, moved. */
    CONFIGURATION,
    /** Written by traffic: tokens, sessions. */
    RUNTIME,
    /** Belongs to one installation and stays there. */
    INSTALLATION
}
