package io.silverback.kong.catalogue;

/** Whether an entity belongs to a workspace or to none. */
public enum Scope {
    /** Lives in a workspace. */
    WORKSPACE,
    /** Belongs to no workspace: moved by the migration {@code _estate}. */
    ESTATE
}
