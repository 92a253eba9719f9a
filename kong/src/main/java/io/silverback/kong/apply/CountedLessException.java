package io.silverback.kong.apply;

import java.util.List;

/** A gateway that counts more entities than it lists. */
public final class CountedLessException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CountedLessException(String gateway, String workspace, List<String> missing) {
        super(
                String.format(
                        "Gateway %s, %s: its own count says more than its collections: %s.",
                        gateway, workspace, String.join("; ", missing)));
    }
}
