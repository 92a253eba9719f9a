package io.silverback.sync.gateway;

import io.silverback.contracts.ConfigSynced.Attention;
import io.silverback.contracts.MigrationRequested;
import io.silverback.kong.diff.Change;
import io.silverback.kong.diff.Diff;
import io.silverback.kong.diff.FieldDifference;
import io.silverback.kong.state.Entity;
import io.silverback.sync.syncing.DifferenceReport;
import io.silverback.sync.syncing.DifferenceReport.Field;
import io.silverback.sync.syncing.DifferenceReport.Line;
import java.util.List;
import java.util.Locale;

/** A diff as it may be shown. */
final class DifferenceReports {

    private static final int LONGEST = 240;
    private static final int SHOWN = 60;

    private DifferenceReports() {}

    static DifferenceReport of(
            MigrationRequested request,
            Diff diff,
            List<String> refusals,
            List<Attention> attention) {
        return new DifferenceReport(
                request.workspace(),
                request.green(),
                diff.creates(),
                diff.updates(),
                diff.deletes(),
                diff.unchanged(),
                diff.changes().stream().map(DifferenceReports::line).toList(),
                refusals,
                diff.kept().stream().map(Entity::label).toList(),
                attention);
    }

    private static Line line(Change change) {
        return new Line(
                change.getClass().getSimpleName().toLowerCase(Locale.ROOT),
                change.entity().label(),
                change.differences().stream().map(DifferenceReports::field).toList());
    }

    private static Field field(FieldDifference difference) {
        return new Field(
                difference.path(),
                shortened(difference.shownActual()),
                shortened(difference.shownDesired()));
    }

    /** A portal's file or a certificate is told apart by its length and checksum. */
    private static String shortened(String value) {
        return value.length() <= LONGEST
                ? value
                : "%s... (%d characters, %08x)"
                        .formatted(value.substring(0, SHOWN), value.length(), value.hashCode());
    }
}
