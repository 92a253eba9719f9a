package io.silverback.sync.rows;

import io.silverback.contracts.ConfigSynced.Attention;
import io.silverback.contracts.ConfigSynced.Changes;
import io.silverback.contracts.MigrationRequested;
import io.silverback.kong.database.check.CheckReport;
import io.silverback.kong.database.check.RowFinding;
import io.silverback.kong.database.postgres.LoadReport;
import io.silverback.kong.database.postgres.TableLoad;
import io.silverback.sync.syncing.RowLoad;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a check and a load say, for events and people. Names tables and ids, no values. */
final class RowReports {

    private static final int MOST_NAMES = 200;

    private RowReports() {}

    /** Why nothing was loaded: what was found first, and how much more there is. */
    static String refusal(MigrationRequested request, CheckReport checked) {
        List<String> reasons =
                Stream.concat(
                                checked.estate().stream()
                                        .map(one -> one.detail() + ". " + one.proposal()),
                                checked.findings().stream()
                                        .filter(one -> one.outcome() == RowFinding.Outcome.REFUSED)
                                        .map(RowReports::sentence))
                        .toList();
        String more = reasons.size() > 1 ? " And " + (reasons.size() - 1) + " more." : "";
        return "Rows of workspace %s cannot be loaded into the database under gateway %s: %s%s"
                .formatted(request.workspace(), request.green(), reasons.get(0), more);
    }

    /** By table; a row that is on green as it should be is unchanged. */
    static RowLoad of(CheckReport checked, LoadReport loaded, Instant from) {
        Map<String, Changes> changes = new TreeMap<>();
        for (TableLoad table : loaded.tables()) {
            int rows = checked.rows().getOrDefault(table.table(), 0);
            if (rows > 0 || table.removed() > 0) {
                changes.put(table.table(), changes(rows, table));
            }
        }
        return new RowLoad(changes, attention(checked), from);
    }

    private static Changes changes(int rows, TableLoad table) {
        long touched = table.brought() + table.replaced() + table.expired() + table.kept();
        return new Changes(
                Math.toIntExact(table.brought()),
                Math.toIntExact(table.replaced()),
                Math.toIntExact(table.removed()),
                Math.toIntExact(Math.max(0, rows - touched)));
    }

    private static List<Attention> attention(CheckReport checked) {
        Map<String, Map<String, List<String>>> ids = new TreeMap<>();
        for (RowFinding one : checked.findings()) {
            ids.computeIfAbsent(one.table(), any -> new TreeMap<>())
                    .computeIfAbsent(reason(one), any -> new ArrayList<>())
                    .add(one.id());
        }
        return ids.entrySet().stream()
                .flatMap(
                        table ->
                                table.getValue().entrySet().stream()
                                        .map(
                                                reason ->
                                                        new Attention(
                                                                table.getKey(),
                                                                first(reason.getValue()),
                                                                reason.getKey())))
                .toList();
    }

    private static List<String> first(List<String> ids) {
        return ids.stream().limit(MOST_NAMES).collect(Collectors.toList());
    }

    private static String reason(RowFinding finding) {
        String outcome = finding.outcome() == RowFinding.Outcome.SKIPPED ? "left out" : "loaded";
        return outcome + ": " + finding.detail() + ". " + finding.proposal();
    }

    private static String sentence(RowFinding finding) {
        return "%s %s: %s. %s"
                .formatted(finding.table(), finding.id(), finding.detail(), finding.proposal());
    }
}
