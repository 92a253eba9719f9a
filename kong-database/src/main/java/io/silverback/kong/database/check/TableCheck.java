package io.silverback.kong.database.check;

import io.silverback.kong.database.conversion.Converted;
import io.silverback.kong.database.conversion.Selection;
import io.silverback.kong.database.conversion.TableConversion;
import io.silverback.kong.database.conversion.ValueProblem;
import io.silverback.kong.database.row.SourceRow;
import io.silverback.kong.database.row.TargetRow;
import io.silverback.kong.database.schema.PostgresColumn;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Judges the rows of one table, each by itself. */
final class TableCheck {

    /** Takes the rows that are fit so far. */
    @FunctionalInterface
    interface Next {
        void row(TargetRow row, int position, long writtenAt, String id) throws IOException;
    }

    private final TableConversion table;
    private final CheckScope scope;
    private final SchemaRules rules;
    private final Findings findings;
    private int position = -1;

    TableCheck(TableConversion table, CheckScope scope, Findings findings) {
        this.table = table;
        this.scope = scope;
        this.rules = new SchemaRules(scope.mode());
        this.findings = findings;
    }

    void judge(SourceRow source, Next next) throws IOException {
        position++;
        if (isStray(source)) {
            unfit(strayKind(source), source.text("id"), "ws_id");
            return;
        }
        if (!scope.selection().takes(table.source()) || !scope.selection().takes(source)) {
            return;
        }
        Converted converted = table.convert(source, scope.workspaces());
        String id = RowId.of(table.target(), converted.row());
        if (isFit(converted, id)) {
            next.row(converted.row(), position, source.writtenAt(), id);
        }
    }

    /** A row of a workspace that no workspace's load would ever take; the estate's load tells. */
    private boolean isStray(SourceRow source) {
        if (!table.source().hasWorkspaces() || scope.selection() instanceof Selection.Workspaces) {
            return false;
        }
        String workspace = source.text("ws_id");
        return workspace == null || scope.workspaces().target(workspace).isEmpty();
    }

    private static RowFinding.Kind strayKind(SourceRow source) {
        return source.text("ws_id") == null
                ? RowFinding.Kind.GHOST
                : RowFinding.Kind.UNKNOWN_WORKSPACE;
    }

    private boolean isFit(Converted converted, String id) {
        Optional<ValueProblem> worst =
                converted.problems().stream()
                        .filter(problem -> kind(problem) != RowFinding.Kind.NO_COUNTERPART)
                        .filter(problem -> !problem.isHarmless())
                        .findFirst();
        if (worst.isPresent()) {
            unfit(kind(worst.get()), id, worst.get().column());
            return false;
        }
        Optional<String> missing = missing(converted.row());
        if (missing.isPresent()) {
            unfit(RowFinding.Kind.GHOST, id, missing.get());
            return false;
        }
        Optional<String> refusal = rules.refusal(table.name(), converted.row());
        refusal.ifPresent(reason -> unfit(RowFinding.Kind.REFUSED_BY_SCHEMA, id, reason));
        converted.problems().forEach(problem -> note(problem, id));
        return refusal.isEmpty();
    }

    private void note(ValueProblem problem, String id) {
        findings.noted(kind(problem), table.name(), id, problem.column(), problem.isHarmless());
    }

    private Optional<String> missing(TargetRow row) {
        return row.columns().stream()
                .filter(column -> row.get(column) == null)
                .filter(column -> isNeeded(column))
                .findFirst();
    }

    private boolean isNeeded(String column) {
        PostgresColumn target = table.target().columns().get(column);
        return target != null && target.notNull();
    }

    private void unfit(RowFinding.Kind kind, @Nullable String id, String detail) {
        findings.unfit(kind, table.name(), position, id == null ? "" : id, detail);
    }

    private static RowFinding.Kind kind(ValueProblem problem) {
        return switch (problem.kind()) {
            case NUL_BYTE -> RowFinding.Kind.NUL_BYTE;
            case OUT_OF_RANGE -> RowFinding.Kind.OUT_OF_RANGE;
            case NOT_JSON, MALFORMED -> RowFinding.Kind.MALFORMED;
            case NO_PREFIX -> RowFinding.Kind.NO_PREFIX;
            case UNKNOWN_WORKSPACE -> RowFinding.Kind.UNKNOWN_WORKSPACE;
            case NO_COUNTERPART -> RowFinding.Kind.NO_COUNTERPART;
        };
    }
}
