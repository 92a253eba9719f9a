package io.silverback.kong.apply;

import java.util.List;

/** A gateway whose configuration did not stand still while it was read. */
public final class ChangedWhileReadException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 10;

    private final transient List<String> changes;

    ChangedWhileReadException(String gateway, String workspace, List<String> changes) {
        super(
                String.format(
                        "Gateway %s, %s: changed again and again while it was read: %s%s.",
                        gateway,
                        workspace,
                        String.join("; ", changes.subList(0, Math.min(SHOWN, changes.size()))),
                        changes.size() > SHOWN
                                ? " and " + (changes.size() - SHOWN) + " more"
                                : ""));
        this.changes = List.copyOf(changes);
    }

    /** What changed last, one sentence for each entity, without secrets. */
    public List<String> changes() {
        return changes;
    }
}
