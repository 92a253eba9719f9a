package io.silverback.kong.catalogue;

import java.util.List;
import java.util.Set;

/**
 * Where decK's file has an entity.
 *
 * @param under the references below which it may be nested; it is when exactly one of them is set
 * @param fields all that decK's loader accepts beside the id
 */
public record DeckSection(String name, List<String> under, Set<String> fields, Part part) {

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
