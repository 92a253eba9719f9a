package io.silverback.traffic.storage;

/** A row holds something that this version doesn't understand. */
final class UnreadableRowException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableRowException(Class<?> type, Throwable cause) {
        super("A row holds no " + type.getSimpleName(), cause);
    }
}
