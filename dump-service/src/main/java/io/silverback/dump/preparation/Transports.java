package io.silverback.dump.preparation;

import io.silverback.contracts.MigrationRequested;
import io.silverback.contracts.Transport;
import io.silverback.contracts.TransportChoice;

/** How a migration's configuration travels; decided once, before anything is written. */
final class Transports {

    private Transports() {}

    /** Rows where both databases are registered, unless the plan says otherwise. */
    static Transport choose(MigrationRequested request, GatewayFacts blue, GatewayFacts green) {
        boolean possible = blue.hasDatabaseAccess() && green.hasDatabaseAccess();
        return possible && request.transport() != TransportChoice.ADMIN_API
                ? Transport.ROWS
                : Transport.ADMIN_API;
    }
}
