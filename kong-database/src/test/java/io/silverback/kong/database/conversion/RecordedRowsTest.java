package io.silverback.kong.database.conversion;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.silverback.kong.database.Recorded;
import io.silverback.kong.database.row.TargetRow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Each row that a real gateway wrote on Cassandra, converted, against the one on PostgreSQL. */
class RecordedRowsTest {

    private final AllowedDifferences allowed = new AllowedDifferences();
    private final List<String> differences = new ArrayList<>();
    private int compared;

    RecordedRowsTest() throws IOException {}

    @Test
    void convertsEachRecordedRowIntoTheOneThatPostgresHolds() {
        Map<String, Recorded.Table> cassandra = Recorded.tables("cassandra");
        Map<String, Recorded.Table> postgres = Recorded.tables("postgres");
        WorkspaceMap workspaces =
                new WorkspaceMap(
                        Map.of(
                                Recorded.defaultWorkspace("cassandra"),
                                Recorded.defaultWorkspace("postgres")));
        Conversion conversion =
                Conversion.between(
                        Recorded.cassandraSchema(), Recorded.postgresSchema(), Facts.known());
        for (TableConversion table : conversion.tables()) {
            compare(
                    table,
                    converted(table, cassandra.get(table.name()), workspaces),
                    postgres.get(table.name()));
        }
        assertThat(conversion.findings()).isEmpty();
        assertThat(differences).isEmpty();
        assertThat(compared).isGreaterThan(400);
        if (System.getProperty("kong.rows", "").endsWith("shared/kong/rows")) {
            assertThat(allowed.unused()).isEmpty();
        }
    }

    private Map<String, Converted> converted(
            TableConversion conversion, Recorded.Table recorded, WorkspaceMap workspaces) {
        Map<String, Converted> rows = new TreeMap<>();
        for (JsonNode line : recorded.rows()) {
            Converted row = conversion.convert(Recorded.source(recorded, line), workspaces);
            assertThat(row.problems()).as(conversion.name() + " " + row.row().get("id")).isEmpty();
            rows.put(row.row().text("id"), row);
        }
        return rows;
    }

    private void compare(
            TableConversion conversion, Map<String, Converted> rows, Recorded.Table recorded) {
        assertThat(rows).as(conversion.name()).hasSameSizeAs(recorded.rows());
        for (JsonNode line : recorded.rows()) {
            Converted row = rows.get(line.at("/row/id").asText());
            if (row == null) {
                if (!allowed.isMadeByTraffic(conversion.name())) {
                    differences.add(conversion.name() + " " + line.at("/row/id") + ": no such row");
                }
                continue;
            }
            compared++;
            compare(conversion.name(), row.row(), line.get("row"));
        }
    }

    private void compare(String table, TargetRow row, JsonNode recorded) {
        assertThat(recorded.fieldNames()).toIterable().containsExactlyElementsOf(row.columns());
        recorded.fields()
                .forEachRemaining(
                        column -> {
                            JsonNode converted = Nodes.of(row.get(column.getKey()));
                            JsonNode expected = Nodes.recorded(column.getValue());
                            String name = table + "." + column.getKey();
                            if (!converted.equals(expected)
                                    && !allowed.allows(name, converted, expected, recorded)) {
                                differences.add(
                                        name
                                                + " of "
                                                + row.get("id")
                                                + ": "
                                                + converted
                                                + " instead of "
                                                + expected);
                            }
                        });
    }
}
