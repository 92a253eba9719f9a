package io.silverback.traffic.router;

/** A router did not do what it was asked, or could not be asked. */
public final class RouterRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String router;
    private final String why;

    /** One sentence on why, without a secret. */
    public RouterRefusedException(String router, String why) {
        super("router " + router + ": " + why);
        this.router = router;
        this.why = why;
    }

    /** The router's name. */
    public String router() {
        return router;
    }

    /** What it answered, or why there was no answer. */
    public String why() {
        return why;
    }
}
