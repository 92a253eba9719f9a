package io.silverback.simulator.hybrid;

import io.silverback.simulator.faults.Extension;
import io.silverback.simulator.schema.Document;
import io.silverback.simulator.schema.Json;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET|PUT /__simulator/control-plane}, {@code GET /__simulator/data-planes}, {@code PUT
 * /__simulator/data-planes/NUMBER}: who runs, who stays behind.
 */
public final class FleetControl implements Extension {
    private final Fleet fleet;

    /** Controls one fleet. */
    public FleetControl(Fleet fleet) {
        this.fleet = fleet;
    }

    @Override
    public @Nullable Object answer(String method, List<String> path, byte[] body) {
        Map<?, ?> sent = method.equals("PUT") ? Json.object(body) : null;
        Document wanted = sent == null ? new Document() : Document.of(sent);
        if (path.equals(List.of("control-plane"))) {
            return controlPlane(wanted);
        }
        if (path.isEmpty() || !path.get(0).equals("data-planes")) {
            return null;
        }
        if (path.size() == 1) {
            return Document.of("data", fleet.planes().stream().map(FleetControl::shown).toList());
        }
        DataPlane plane = plane(path.get(1));
        if (plane == null) {
            return null;
        }
        fleet.change(plane, wanted);
        return shown(plane);
    }

    private Document controlPlane(Document wanted) {
        ControlPlane plane = fleet.controlPlane();
        if (wanted.get("running") instanceof Boolean running && running != plane.isRunning()) {
            if (running) {
                plane.start();
            } else {
                plane.stop();
            }
        }
        return Document.of("running", plane.isRunning());
    }

    private @Nullable DataPlane plane(String number) {
        List<DataPlane> planes = fleet.planes();
        return number.matches("\\d{1,4}") && Integer.parseInt(number) < planes.size()
                ? planes.get(Integer.parseInt(number))
                : null;
    }

    private static Document shown(DataPlane plane) {
        return Document.of("id", plane.id())
                .with("name", plane.options().name())
                .with("version", plane.options().version())
                .with("running", plane.isRunning())
                .with("behind", plane.isBehind())
                .with("config_hash", plane.hash());
    }
}
