package io.silverback.simulator.conformance;

import io.silverback.simulator.SimulatorOptions;

/** The gateways that were recorded, as options of a simulated one. */
final class Recorded {
    private Recorded() {}

    static SimulatorOptions options(Recording recording) {
        return SimulatorOptions.postgres("kong-host")
                .withDatabase(recording.database())
                .withVersion(recording.version())
                .withEnterprise(false);
    }
}
