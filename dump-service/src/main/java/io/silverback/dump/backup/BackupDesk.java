package io.silverback.dump.backup;

import io.silverback.databases.DatabaseKind;
import io.silverback.databases.Databases;
import io.silverback.databases.backup.Backup;
import io.silverback.databases.backup.BackupCheck;
import io.silverback.databases.backup.BackupRefused;
import io.silverback.databases.backup.Backups;
import io.silverback.databases.backup.Listing;
import io.silverback.databases.backup.Retention;
import io.silverback.dump.migration.Failures;
import io.silverback.dump.preparation.GatewayFacts;
import io.silverback.dump.preparation.Gateways;
import io.silverback.kong.admin.AdminApiException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** Carries out what is asked of backups, on worker threads; one thing at a time for a gateway. */
@ApplicationScoped
public class BackupDesk {

    private static final Logger LOG = Logger.getLogger("io.silverback.dump.backup");

    private final Backups backups;
    private final Databases databases;
    private final Gateways gateways;
    private final LivePlans live;
    private final BackupSettings settings;
    private final Vertx vertx;
    private final Set<String> busy = ConcurrentHashMap.newKeySet();

    BackupDesk(
            Backups backups,
            Databases databases,
            Gateways gateways,
            LivePlans live,
            BackupSettings settings,
            Vertx vertx) {
        this.backups = backups;
        this.databases = databases;
        this.gateways = gateways;
        this.live = live;
        this.settings = settings;
        this.vertx = vertx;
    }

    /** Takes a backup, then removes old ones. */
    public Uni<BackupView.Taken> create(String gateway) {
        return alone(gateway, version(gateway).chain(version -> create(gateway, version)));
    }

    /** Those that lie in the stores. */
    public Uni<BackupView.All> list() {
        return blocking(backups::list).map(BackupDesk::view);
    }

    /** Reads each store's copy of all of one. */
    public Uni<BackupCheck> verify(String id) {
        return blocking(() -> backups.verify(id));
    }

    /**
     * Brings one back.
     *
     * @param replace whether PostgreSQL's rows may be replaced
     */
    public Uni<BackupView.Restored> restore(String id, String gateway, boolean replace) {
        return alone(
                gateway,
                mayReplace(gateway, replace)
                        .chain(() -> version(gateway))
                        .chain(version -> blocking(() -> backups.restore(id, gateway, version)))
                        .map(rows -> new BackupView.Restored(id, gateway, rows)));
    }

    private Uni<BackupView.Taken> create(String gateway, String version) {
        return blocking(() -> backups.create(gateway, version))
                .chain(
                        taken ->
                                expire().map(
                                                removed ->
                                                        new BackupView.Taken(
                                                                BackupView.of(taken), removed)));
    }

    private Uni<List<String>> expire() {
        Retention retention = new Retention(settings.keep(), settings.atLeast());
        return live.owners()
                .chain(owners -> blocking(() -> backups.expire(retention, owners, Instant.now())))
                .map(removed -> removed.stream().map(Backup::id).toList())
                .onFailure(BackupStopped.class)
                .invoke(cause -> LOG.warnf("Old backups stay: %s", cause.getMessage()))
                .onFailure(BackupStopped.class)
                .recoverWithItem(List.of());
    }

    /** A keyspace must be empty anyway. */
    private Uni<Void> mayReplace(String gateway, boolean replace) {
        return blocking(() -> databases.kind(gateway))
                .chain(
                        kind ->
                                kind == DatabaseKind.CASSANDRA
                                        ? Uni.createFrom().voidItem()
                                        : mayReplaceRows(gateway, replace));
    }

    private Uni<Void> mayReplaceRows(String gateway, boolean replace) {
        if (!replace) {
            return refuse("All rows under gateway " + gateway + " would be replaced: say so.");
        }
        return live.on(gateway)
                .chain(
                        plans ->
                                plans.isEmpty()
                                        ? Uni.createFrom().voidItem()
                                        : refuse(underWay(plans.get(0), gateway)));
    }

    private static String underWay(String plan, String gateway) {
        return "Plan %s is under way on gateway %s: end it first, or undo it."
                .formatted(plan, gateway);
    }

    /** A gateway that does not answer has no version: blue may be what broke. */
    private Uni<String> version(String gateway) {
        return gateways.facts(gateway)
                .map(GatewayFacts::version)
                .onFailure(AdminApiException.class)
                .recoverWithItem(Backup.UNKNOWN_VERSION);
    }

    private <T> Uni<T> alone(String gateway, Uni<T> work) {
        return Uni.createFrom()
                .deferred(
                        () ->
                                busy.add(gateway)
                                        ? work.onTermination().invoke(() -> busy.remove(gateway))
                                        : refuse(
                                                "Gateway "
                                                        + gateway
                                                        + " is being backed up or restored."));
    }

    private <T> Uni<T> blocking(Callable<T> work) {
        return vertx.executeBlocking(work, false).onFailure().transform(BackupDesk::told);
    }

    private static Throwable told(Throwable cause) {
        boolean speaks = cause instanceof BackupRefused || Failures.speaks(cause);
        return new BackupStopped(
                speaks
                        ? String.valueOf(cause.getMessage())
                        : "It failed: " + cause.getClass().getSimpleName() + ".",
                cause);
    }

    private static <T> Uni<T> refuse(String sentence) {
        return Uni.createFrom().failure(new BackupStopped(sentence));
    }

    private static BackupView.All view(Listing listing) {
        return new BackupView.All(
                listing.backups().stream().map(BackupView::of).toList(), listing.unreadable());
    }
}
