package io.silverback.simulator.hybrid;

import io.silverback.simulator.schema.Document;
import io.silverback.simulator.store.Database;
import java.util.ArrayList;
import java.util.List;

/** A control plane with its data planes, and the hand that stops, restarts and holds them back. */
public final class Fleet {
    private final ControlPlane controlPlane;
    private final Database database;
    private final List<DataPlane> planes = new ArrayList<>();

    /** A control plane without data planes. */
    public Fleet(ControlPlane controlPlane, Database database) {
        this.controlPlane = controlPlane;
        this.database = database;
    }

    /** The control plane. */
    public ControlPlane controlPlane() {
        return controlPlane;
    }

    /** The data planes, in the order in which they came. */
    public synchronized List<DataPlane> planes() {
        return List.copyOf(planes);
    }

    /** Installs a data plane and connects it. */
    public synchronized DataPlane add(DataPlaneOptions options) {
        DataPlane plane = new DataPlane(options, database);
        planes.add(plane);
        controlPlane.connect(plane);
        return plane;
    }

    /** Stops a data plane: its ports answer no more. */
    public void stop(DataPlane plane) {
        controlPlane.disconnect(plane);
        plane.running(false);
    }

    /** Starts a stopped data plane with the configuration that it had. */
    public void start(DataPlane plane) {
        plane.running(true);
        controlPlane.connect(plane);
    }

    /** Stops a data plane, takes its configuration away and starts it. */
    public void reinstall(DataPlane plane) {
        stop(plane);
        plane.forget();
        start(plane);
    }

    /** Lets a data plane ignore pushes while it looks well, or take them again. */
    public void holdBack(DataPlane plane, boolean behind) {
        plane.behind(behind);
        if (!behind) {
            controlPlane.connect(plane);
        }
    }

    /**
     * Changes one data plane: {@code running} and {@code behind} as they shall be, {@code
     * reinstalled} when true.
     */
    void change(DataPlane plane, Document wanted) {
        if (wanted.isTrue("reinstalled")) {
            reinstall(plane);
        }
        if (wanted.get("behind") instanceof Boolean behind && behind != plane.isBehind()) {
            holdBack(plane, behind);
        }
        if (wanted.get("running") instanceof Boolean running && running != plane.isRunning()) {
            if (running) {
                start(plane);
            } else {
                stop(plane);
            }
        }
    }
}
