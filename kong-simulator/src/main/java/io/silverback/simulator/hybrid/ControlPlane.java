package io.silverback.simulator.hybrid;

import io.silverback.simulator.admin.Cluster;
import io.silverback.simulator.nodes.Time;
import io.silverback.simulator.schema.Document;
import io.silverback.simulator.store.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Pushes its database to the data planes after each write of its Admin API, finished or not. Rows
 * that come into the database in another way wait for the next such write.
 */
public final class ControlPlane implements Cluster {
    private final Export export;
    private final Time time;
    private final String version;
    private final PushSchedule schedule;
    private final Map<String, Registration> registrations = new TreeMap<>();
    private @Nullable Configuration pushed;
    private boolean running = true;

    /** A control plane of that version, which pushes again after the interval at the earliest. */
    public ControlPlane(Database database, Time time, String version, Duration interval) {
        this.export = new Export(database, time.clock());
        this.time = time;
        this.version = version;
        this.schedule = new PushSchedule(interval);
    }

    /** Something was written, or a row {@code clustering:push_config} came. */
    public synchronized void changed() {
        schedule.onChange(time.clock().instant())
                .ifPresent(
                        delay -> {
                            if (delay.isZero()) {
                                push();
                            } else {
                                time.after(delay, this::push);
                            }
                        });
    }

    private synchronized void push() {
        schedule.pushed(time.clock().instant());
        if (!running) {
            return;
        }
        Configuration configuration = export.now();
        pushed = configuration;
        registrations.replaceAll(
                (id, registration) -> {
                    if (!registration.isConnected() || registration.status() != SyncStatus.NORMAL) {
                        return registration;
                    }
                    registration.plane().receive(configuration);
                    return registration.heardAgain(time.clock().instant());
                });
    }

    /** A data plane comes and gets what was pushed last, which may be older than the database. */
    public synchronized void connect(DataPlane plane) {
        if (!running || !plane.isRunning()) {
            return;
        }
        Configuration configuration = pushed;
        if (configuration == null) {
            configuration = export.now();
            pushed = configuration;
        }
        SyncStatus status = SyncStatus.of(plane.options(), version, configuration.plugins());
        if (status == SyncStatus.NORMAL) {
            plane.receive(configuration);
        }
        registrations.put(
                plane.id(), Registration.connected(plane, status, time.clock().instant()));
    }

    /** A data plane goes; its row stays. */
    public synchronized void disconnect(DataPlane plane) {
        registrations.computeIfPresent(
                plane.id(),
                (id, registration) ->
                        registration.isConnected()
                                ? registration.gone(time.clock().instant())
                                : registration);
    }

    /** Stops: its Admin API answers no more, the data planes go on with what they have. */
    public synchronized void stop() {
        running = false;
        planes().forEach(this::disconnect);
    }

    /** Starts again with the database as it is now; the data planes come back. */
    public synchronized void start() {
        running = true;
        pushed = null;
        planes().forEach(this::connect);
    }

    private Collection<DataPlane> planes() {
        return registrations.values().stream().map(Registration::plane).toList();
    }

    /** Whether it runs. */
    public synchronized boolean isRunning() {
        return running;
    }

    @Override
    public String role() {
        return "control_plane";
    }

    @Override
    public synchronized List<Document> dataPlanes() {
        Instant now = time.clock().instant();
        registrations.values().removeIf(registration -> registration.isForgotten(now));
        return registrations.values().stream().map(registration -> registration.row(now)).toList();
    }

    @Override
    public synchronized Document status() {
        Instant now = time.clock().instant();
        Document status = new Document();
        registrations.values().stream()
                .filter(registration -> !registration.isForgotten(now))
                .forEach(
                        registration ->
                                status.put(registration.plane().id(), registration.entry(now)));
        return status;
    }
}
