package io.silverback.sync.syncing;

import io.silverback.contracts.ConfigSynced.Attention;
import java.util.List;

/**
 * What a sync would do, without secrets.
 *
 * @param changes in the order in which they are made
 * @param conflicts why nothing of it may be done; empty when all may
 * @param extra on green alone, left there
 */
public record DifferenceReport(
        String workspace,
        String green,
        int created,
        int updated,
        int deleted,
        int unchanged,
        List<Line> changes,
        List<String> conflicts,
        List<String> extra,
        List<Attention> attention) {

    public DifferenceReport {
        changes = List.copyOf(changes);
        conflicts = List.copyOf(conflicts);
        extra = List.copyOf(extra);
        attention = List.copyOf(attention);
    }

    /**
     * One change.
     *
     * @param change create, update or delete
     * @param entity its type, name and id
     */
    public record Line(String change, String entity, List<Field> fields) {
        public Line {
            fields = List.copyOf(fields);
        }
    }

    /** One field: JSON as it may be shown, {@code nothing} for none. */
    public record Field(String field, String from, String to) {}
}
