package io.silverback.traffic.canary;

/** The right to raise ended, or a rollback came, before a router was told. */
final class RaiseForbiddenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RaiseForbiddenException() {
        super("no more raising");
    }
}
