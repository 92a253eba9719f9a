package io.silverback.kong.catalogue;

import java.util.List;
import java.util.Set;

/**
 * Where decK's file has an entity.
 *
 * @param under the references below which it may be nested; it is when exactly one of them is set
 * @param omits fields that decK's file has no word for
 */
public record DeckSection(String name, List<String> under, Set<String> omits, Part part) {

    /** Which file it stands in. */
    public enum Part {
        /** {@code <workspace>.yaml}. */
        CONFIGURATION,
        /** {@code <workspace>.rbac.yaml}. */
        RBAC
    }

    public DeckSection {
        under = List.copyOf(under);
    }
}
