package io.silverback.kong.database.check;

import io.silverback.kong.database.row.RowSource;
import io.silverback.kong.database.row.SourceRow;
import io.silverback.kong.database.schema.CassandraSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What two gateways must agree on before rows are moved between them. */
public final class EstateCheck {

    private static final String META = "schema_meta";
    private static final List<String> KEYRINGS = List.of("keyring_meta", "keyring_keys");

    private EstateCheck() {}

    /** Compares what blue's rows say with green's migrations. */
    public static List<EstateFinding> run(
            CassandraSchema schema, RowSource source, Migrations green) throws IOException {
        List<EstateFinding> findings =
                new ArrayList<>(Migrations.compare(migrations(source), green));
        for (String keyring : KEYRINGS) {
            if (schema.table(keyring).isPresent() && holdsRows(source, keyring)) {
                findings.add(
                        new EstateFinding(
                                EstateFinding.Kind.KEYRING_IN_USE,
                                keyring,
                                "Export blue's keyring and import it on green first."));
            }
        }
        return findings;
    }

    /** Blue's migrations. */
    public static Migrations migrations(RowSource source) throws IOException {
        Map<String, Set<String>> executed = new TreeMap<>();
        Map<String, Set<String>> pending = new TreeMap<>();
        source.read(
                META,
                row -> {
                    String subsystem = String.valueOf(row.text("subsystem"));
                    executed.put(subsystem, names(row.get("executed")));
                    if (row.get("pending") != null) {
                        pending.put(subsystem, names(row.get("pending")));
                    }
                });
        return new Migrations(executed, pending);
    }

    private static boolean holdsRows(RowSource source, String table) throws IOException {
        List<SourceRow> first = new ArrayList<>(1);
        source.read(
                table,
                row -> {
                    if (first.isEmpty()) {
                        first.add(row);
                    }
                });
        return !first.isEmpty();
    }

    private static Set<String> names(@Nullable Object value) {
        Set<String> names = new TreeSet<>();
        if (value instanceof Collection<?> list) {
            list.forEach(name -> names.add(name.toString()));
        }
        return names;
    }
}
