package io.silverback.sync.rows;

import io.silverback.contracts.MigrationRequested;
import io.silverback.kong.database.check.Check;
import io.silverback.kong.database.check.CheckPolicy;
import io.silverback.kong.database.check.CheckReport;
import io.silverback.kong.database.check.CheckScope;
import io.silverback.kong.database.check.Decision;
import io.silverback.kong.database.check.EstateCheck;
import io.silverback.kong.database.check.GreenMode;
import io.silverback.kong.database.conversion.Conversion;
import io.silverback.kong.database.conversion.Facts;
import io.silverback.kong.database.conversion.Selection;
import io.silverback.kong.database.conversion.WorkspaceMap;
import io.silverback.kong.database.postgres.BalancerNotice;
import io.silverback.kong.database.postgres.LoadRefusedException;
import io.silverback.kong.database.postgres.LoadReport;
import io.silverback.kong.database.postgres.LoadRequest;
import io.silverback.kong.database.postgres.Loader;
import io.silverback.kong.database.postgres.PostgresCatalogue;
import io.silverback.kong.database.postgres.PostgresGreen;
import io.silverback.kong.database.postgres.PostgresMigrations;
import io.silverback.kong.database.postgres.WorkspaceNames;
import io.silverback.kong.database.schema.PostgresSchema;
import io.silverback.kong.database.snapshot.Snapshot;
import io.silverback.messaging.PermanentFailure;
import io.silverback.sync.syncing.RowLoad;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** One workspace's rows on their way into green: checked first, then loaded. Blocks. */
final class WorkspaceLoad {

    private final Connection connection;
    private final Snapshot snapshot;
    private final GreenMode mode;
    private final Path scratch;

    WorkspaceLoad(Connection connection, Snapshot snapshot, GreenMode mode, Path scratch) {
        this.connection = connection;
        this.snapshot = snapshot;
        this.mode = mode;
        this.scratch = scratch;
    }

    RowLoad run(MigrationRequested request, UUID load)
            throws IOException, SQLException, LoadRefusedException {
        PostgresSchema schema = PostgresCatalogue.read(connection);
        Map<String, String> names = WorkspaceNames.of(snapshot);
        WorkspaceMap workspaces = WorkspaceNames.map(names, connection);
        Selection selection = selection(request, names, workspaces);
        Conversion conversion =
                Conversion.between(snapshot.manifest().schema(), schema, Facts.known());
        CheckScope scope = new CheckScope(selection, workspaces, mode, policy(request), scratch);
        CheckReport checked = check(conversion, schema, scope);
        if (!checked.isPassed()) {
            throw new PermanentFailure(RowReports.refusal(request, checked));
        }
        LoadReport loaded =
                new Loader(connection, schema)
                        .load(
                                conversion,
                                snapshot,
                                checked.skips(),
                                loading(request, load, selection, workspaces));
        new BalancerNotice(connection).send(loadedInto(selection, workspaces));
        return RowReports.of(checked, loaded, snapshot.manifest().begun());
    }

    private Selection selection(
            MigrationRequested request, Map<String, String> names, WorkspaceMap workspaces) {
        if (request.isEstate()) {
            return new Selection.Estate();
        }
        String blue = names.get(request.workspace());
        if (blue == null || workspaces.target(blue).isEmpty()) {
            throw new PermanentFailure(
                    "The database under gateway %s has no workspace %s."
                            .formatted(
                                    blue == null ? request.blue() : request.green(),
                                    request.workspace()));
        }
        return new Selection.Workspaces(Set.of(blue));
    }

    private static List<String> loadedInto(Selection selection, WorkspaceMap workspaces) {
        return selection instanceof Selection.Workspaces loaded
                ? loaded.ids().stream().flatMap(id -> workspaces.target(id).stream()).toList()
                : List.of();
    }

    private CheckReport check(Conversion conversion, PostgresSchema schema, CheckScope scope)
            throws IOException, SQLException {
        try (Check check =
                new Check(conversion, snapshot, new PostgresGreen(connection, schema), scope)) {
            return check.run(
                    EstateCheck.run(
                            snapshot.manifest().schema(),
                            snapshot,
                            PostgresMigrations.read(connection)));
        }
    }

    /** Rows that Kong or PostgreSQL would refuse are never left out in silence. */
    private static CheckPolicy policy(MigrationRequested request) {
        return new CheckPolicy(
                Decision.valueOf(request.rows().duplicates().name()),
                Decision.valueOf(request.rows().unknown().name()),
                Decision.FAIL);
    }

    private static LoadRequest loading(
            MigrationRequested request, UUID load, Selection selection, WorkspaceMap workspaces) {
        return new LoadRequest(
                load,
                selection,
                workspaces,
                LoadRequest.Extra.valueOf(request.sync().extra().name()),
                LoadRequest.Conflicts.valueOf(request.sync().conflicts().name()),
                Set.copyOf(request.sync().protectedTags()),
                Instant.now());
    }
}
