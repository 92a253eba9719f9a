package io.silverback.registry;

import java.nio.file.Path;

/** A place for artefacts. */
public sealed interface Store {

    /** Its name in the registry. */
    String name();

    /** A directory, absolute, that all services share. */
    record File(String name, Path path) implements Store {}
}
