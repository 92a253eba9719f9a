package io.silverback.kong.apply;

import java.util.List;
import java.util.Map;

/**
 * What a workspace has.
 *
 * @param counts entities by type
 * @param remarks what a person should know of it before it is moved, one sentence for each
 */
public record Inventory(Map<String, Integer> counts, List<Remark> remarks) {

    public Inventory {
        counts = Map.copyOf(counts);
        remarks = List.copyOf(remarks);
    }

    /** Something that stops nothing; {@code code} is stable. */
    public record Remark(String code, String meaning) {}
}
