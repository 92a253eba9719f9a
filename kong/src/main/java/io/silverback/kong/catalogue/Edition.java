package io.silverback.kong.catalogue;

/** Kong's editions. */
public enum Edition {
    /** Kong Gateway, open source. */
    OSS,
    /** Kong Gateway Enterprise. */
    ENTERPRISE
}
