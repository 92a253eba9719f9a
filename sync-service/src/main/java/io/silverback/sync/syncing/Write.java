package io.silverback.sync.syncing;

/**
 * One write on green, as the journal knows it: names and ids, never a body.
 *
 * @param path of the entity below the gateway's address, for taking it back
 */
public record Write(Operation operation, String entityType, String entityId, String path) {

    /** What becomes of the entity. */
    public enum Operation {
        CREATE,
        UPDATE,
        DELETE
    }
}
