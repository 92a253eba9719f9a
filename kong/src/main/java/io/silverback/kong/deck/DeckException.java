package io.silverback.kong.deck;

import java.util.List;

/** A state file that can't be taken: what is wrong and where, all of it at once. */
public final class DeckException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String file;
    private final transient List<String> problems;

    DeckException(String file, List<String> problems) {
        super(file + ": " + String.join("; ", problems));
        this.file = file;
        this.problems = List.copyOf(problems);
    }

    /** The file. */
    public String file() {
        return file;
    }

    /** Each problem in one sentence, without secrets. */
    public List<String> problems() {
        return problems;
    }
}
