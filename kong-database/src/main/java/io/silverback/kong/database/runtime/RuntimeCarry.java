package io.silverback.kong.database.runtime;

import io.silverback.kong.database.check.Check;
import io.silverback.kong.database.check.CheckPolicy;
import io.silverback.kong.database.check.CheckReport;
import io.silverback.kong.database.check.CheckScope;
import io.silverback.kong.database.check.Decision;
import io.silverback.kong.database.check.GreenMode;
import io.silverback.kong.database.check.RowFinding;
import io.silverback.kong.database.check.Skips;
import io.silverback.kong.database.conversion.Conversion;
import io.silverback.kong.database.conversion.Selection;
import io.silverback.kong.database.conversion.TableConversion;
import io.silverback.kong.database.conversion.TableKind;
import io.silverback.kong.database.conversion.WorkspaceMap;
import io.silverback.kong.database.postgres.CacheNotice;
import io.silverback.kong.database.postgres.LoadRefusedException;
import io.silverback.kong.database.postgres.LoadRequest;
import io.silverback.kong.database.postgres.Loader;
import io.silverback.kong.database.postgres.PostgresGreen;
import io.silverback.kong.database.row.RowSource;
import io.silverback.kong.database.row.SourceRow;
import io.silverback.kong.database.schema.PostgresSchema;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private Instant upTo;

    /**
     * Carries what was written after {@code since}: the moment at which the loaded snapshot began,
     * or up to which rows have been carried before.
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
        this.upTo = since;
    }

    /** Reads the runtime tables once and brings what is new, each share in one transaction. */
    public Carried cycle() throws IOException, SQLException, LoadRefusedException {
        Instant begun = clock.instant();
        Map<Share, FreshRows> fresh = fresh();
        long oldest = fresh.values().stream().mapToLong(FreshRows::oldest).min().orElse(0);
        int rows = 0;
        List<RowFinding> left = new ArrayList<>();
        for (Map.Entry<Share, FreshRows> one : fresh.entrySet()) {
            CheckReport report = bring(one.getKey(), one.getValue(), begun);
            rows += report.rows().values().stream().mapToInt(Integer::intValue).sum();
            left.addAll(report.findings());
        }
        Duration lag = fresh.isEmpty() ? Duration.ZERO : waited(oldest);
        watermark.advance(begun);
        upTo = begun;
        return new Carried(rows, lag, begun, List.copyOf(left));
    }

    private Map<Share, FreshRows> fresh() throws IOException {
        Map<Share, FreshRows> fresh = new LinkedHashMap<>();
        for (TableConversion table : conversion.tables()) {
            blue.read(
                    table.name(),
                    row -> {
                        if (watermark.isFresh(table.source(), row)) {
                            share(table, row)
                                    .ifPresent(
                                            share ->
                                                    fresh.computeIfAbsent(
                                                                    share, any -> new FreshRows())
                                                            .add(table.name(), row));
                        }
                    });
        }
        return fresh;
    }

    private Optional<Share> share(TableConversion table, SourceRow row) {
        return scope.shares().stream()
                .filter(share -> share.selection().takes(table.source()))
                .filter(share -> share.selection().takes(row))
                .findFirst();
    }

    private CheckReport bring(Share share, FreshRows fresh, Instant begun)
            throws IOException, SQLException, LoadRefusedException {
        CheckReport report = check(share, fresh);
        new Loader(green, schema).load(conversion, fresh, report.skips(), request(share, begun));
        new CacheNotice(green).send(note(fresh, report.skips()));
        return report;
    }

    /**
     * A row that was left out is looked at again: what it refers to may come. The keys of the
     * others.
     */
    private List<String> note(FreshRows fresh, Skips skips) throws IOException {
        List<String> keys = new ArrayList<>();
        for (TableConversion table : conversion.tables()) {
            int[] position = {0};
            fresh.read(
                    table.name(),
                    row -> {
                        if (!skips.contains(table.name(), position[0]++)) {
                            watermark.carried(table.source(), row);
                            CacheKeys.of(table.name(), table.convert(row, scope.workspaces()).row())
                                    .ifPresent(keys::add);
                        }
                    });
        }
        return keys;
    }

    private CheckReport check(Share share, FreshRows fresh) throws IOException, SQLException {
        CheckPolicy policy = new CheckPolicy(Decision.NEWEST, Decision.SKIP, Decision.SKIP);
        CheckScope checked =
                new CheckScope(
                        share.selection(),
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

    private LoadRequest request(Share share, Instant now) {
        return new LoadRequest(
                UUID.randomUUID(),
                share.selection(),
                scope.workspaces(),
                LoadRequest.Extra.KEEP,
                LoadRequest.Conflicts.REPLACE,
                Set.of(),
                now,
                Optional.of(share.load()));
    }

    /** What was written before the last cycle is looked at again: it has not waited since then. */
    private Duration waited(long oldest) {
        Instant written = Instant.ofEpochMilli(oldest / 1000);
        Duration waited =
                Duration.between(written.isBefore(upTo) ? upTo : written, clock.instant());
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
    public record CarryScope(List<Share> shares, WorkspaceMap workspaces, Path scratch) {
        public CarryScope {
            shares = List.copyOf(shares);
        }
    }

    /** Rows that continue a load, and are taken back with it. */
    public record Share(UUID load, Selection selection) {}
}
