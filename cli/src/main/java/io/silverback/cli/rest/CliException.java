package io.silverback.cli.rest;

import java.util.Map;

/** A command can't do what it was asked for: one sentence for people, fields for scripts. */
public abstract sealed class CliException extends RuntimeException
        permits RefusedException, UnreachableException, UnusableException {

    private static final long serialVersionUID = 1L;

    CliException(String sentence) {
        super(sentence);
    }

    /** What {@code --output json} prints. */
    public abstract Map<String, Object> fields();

    /** The sentence; never null. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
