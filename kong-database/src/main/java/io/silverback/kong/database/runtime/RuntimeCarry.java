package io.silverback.kong.database.runtime;

import io.silverback.kong.database.check.Check;
import io.silverback.kong.database.check.CheckPolicy;
import io.silverback.kong.database.check.CheckReport;
import io.silverback.kong.database.check.CheckScope;
import io.silverback.kong.database.check.Decision;
import io.silverback.kong.database.check.GreenMode;
import io.silverback.kong.database.check.Skips;
import io.silverback.kong.database.conversion.Conversion;
import io.silverback.kong.database.conversion.Selection;
import io.silverback.kong.database.conversion.TableConversion;
import io.silverback.kong.database.conversion.TableKind;
import io.silverback.kong.database.conversion.WorkspaceMap;
import io.silverback.kong.database.postgres.LoadRefusedException;
import io.silverback.kong.database.postgres.LoadRequest;
import io.silverback.kong.database.postgres.Loader;
import io.silverback.kong.database.postgres.PostgresGreen;
import io.silverback.kong.database.row.RowSource;
import io.silverback.kong.database.schema.PostgresSchema;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Carries new and changed runtime rows (tokens, codes, sessions, ACME storage) from blue to green.
 * Called every few seconds, by one thread. Rows deleted on blue stay on green until they expire.
 */
public final class RuntimeCarry {

    private final RowSource blue;
    private final Connection green;
    private final PostgresSchema schema;
    private final Conversion conversion;
    private final CarryScope scope;
    private final Clock clock;
    private final Watermark watermark;

    /**
     * Carries what was written after {@code since}: the moment at which the loaded snapshot began.
     *
     * @param green a connection of its own
     */
    public RuntimeCarry(
            RowSource blue,
            Connection green,
            PostgresSchema schema,
            Conversion conversion,
            CarryScope scope,
            Instant since,
            Clock clock) {
        this.blue = blue;
        this.green = green;
        this.schema = schema;
        this.conversion = runtimeOnly(conversion);
        this.scope = scope;
        this.clock = clock;
        this.watermark = new Watermark(since);
    }

    /** Reads the runtime tables and brings what is new in one transaction. */
    public Carried cycle() throws IOException, SQLException, LoadRefusedException {
        Instant begun = clock.instant();
        FreshRows fresh = fresh();
        if (fresh.count() == 0) {
            watermark.advance(begun);
            return new Carried(0, Duration.ZERO, List.of());
        }
        CheckReport report = check(fresh);
        new Loader(green, schema).load(conversion, fresh, report.skips(), request(begun));
        note(fresh, report.skips());
        watermark.advance(begun);
        int loaded = report.rows().values().stream().mapToInt(Integer::intValue).sum();
        return new Carried(loaded, waited(fresh), report.findings());
    }

    /** A row that was left out is looked at again: what it refers to may come. */
    private void note(FreshRows fresh, Skips skips) throws IOException {
        for (TableConversion table : conversion.tables()) {
            int[] position = {0};
            fresh.read(
                    table.name(),
                    row -> {
                        if (!skips.contains(table.name(), position[0]++)) {
                            watermark.carried(table.source(), row);
                        }
                    });
        }
    }

    private FreshRows fresh() throws IOException {
        FreshRows fresh = new FreshRows();
        for (TableConversion table : conversion.tables()) {
            if (scope.selection().takes(table.source())) {
                blue.read(
                        table.name(),
                        row -> {
                            if (scope.selection().takes(row)
                                    && watermark.isFresh(table.source(), row)) {
                                fresh.add(table.name(), row);
                            }
                        });
            }
        }
        return fresh;
    }

    private CheckReport check(FreshRows fresh) throws IOException, SQLException {
        CheckPolicy policy = new CheckPolicy(Decision.NEWEST, Decision.SKIP, Decision.SKIP);
        CheckScope checked =
                new CheckScope(
                        scope.selection(),
                        scope.workspaces(),
                        GreenMode.TRADITIONAL,
                        policy,
                        scope.scratch());
        green.setAutoCommit(true);
        try (Check check =
                new Check(conversion, fresh, new PostgresGreen(green, schema), checked)) {
            return check.run(List.of());
        }
    }

    private LoadRequest request(Instant now) {
        return new LoadRequest(
                UUID.randomUUID(),
                scope.selection(),
                scope.workspaces(),
                LoadRequest.Extra.KEEP,
                LoadRequest.Conflicts.REPLACE,
                Set.of(),
                now);
    }

    private Duration waited(FreshRows fresh) {
        Instant oldest = Instant.ofEpochMilli(fresh.oldest() / 1000);
        Duration waited = Duration.between(oldest, clock.instant());
        return waited.isNegative() ? Duration.ZERO : waited;
    }

    private static Conversion runtimeOnly(Conversion conversion) {
        List<TableConversion> tables =
                conversion.tables().stream()
                        .filter(table -> table.kind() == TableKind.RUNTIME)
                        .toList();
        return new Conversion(tables, List.of());
    }

    /** Whose rows are carried, and where a check may keep its files. */
    public record CarryScope(Selection selection, WorkspaceMap workspaces, Path scratch) {}
}
