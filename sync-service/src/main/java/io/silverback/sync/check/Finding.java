package io.silverback.sync.check;

/**
 * One thing that we rely on, held against a gateway.
 *
 * @param entity the type's name
 * @param what a sentence without its full stop; no secret
 * @param proven whether it was seen on a running gateway before; else known by documentation only
 */
public record Finding(Verdict verdict, String entity, String what, boolean proven) {

    /** What came of it. */
    public enum Verdict {
        /** The gateway is as we take it to be. */
        AGREES,
        /** It is not. */
        DIFFERS,
        /** It has nothing to see it by. */
        NEVER_SEEN
    }
}
