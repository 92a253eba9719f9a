package io.silverback.console.plan;

import io.silverback.contracts.RowsPolicy;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads how rows are to be moved, where the transport is rows. */
final class RowsReader {

    private RowsReader() {}

    static RowsPolicy read(Fields fields) {
        RowsPolicy defaults = RowsPolicy.DEFAULT;
        RowsPolicy policy =
                new RowsPolicy(
                        fields.or("read", RowsReader::consistency, defaults.read()),
                        fields.or(
                                "unknown",
                                f -> f.oneOf(RowsPolicy.Unknown.class),
                                defaults.unknown()),
                        fields.or(
                                "duplicates",
                                f -> f.oneOf(RowsPolicy.Duplicates.class),
                                defaults.duplicates()),
                        fields.or("maxLag", PolicyReader::positive, defaults.maxLag()));
        fields.refuseOthers();
        return policy;
    }

    /** By Cassandra's own names, which are written large. */
    private static Optional<RowsPolicy.Read> consistency(Field field) {
        List<String> known = Stream.of(RowsPolicy.Read.values()).map(Enum::name).toList();
        return field.text()
                .filter(
                        text ->
                                known.contains(text)
                                        || field.refuse(
                                                "must be one of " + String.join(", ", known)))
                .map(RowsPolicy.Read::valueOf);
    }
}
