package io.silverback.dump.preparation;

import io.silverback.contracts.MigrationRequested;
import io.silverback.contracts.Transport;
import io.silverback.contracts.TransportChoice;
import java.util.regex.Pattern;

/** How a migration's configuration travels; decided once, before anything is written. */
final class Transports {

    /** Gateways between which rows were moved by a real Kong's own tables, and compared. */
    private static final Pattern PROVEN = Pattern.compile("oss 3\\.3\\.[0-9]+");

    private Transports() {}

    /** Whether rows of such a gateway were ever moved: others have tables that nobody compared. */
    static boolean areProven(GatewayFacts gateway) {
        return PROVEN.matcher(gateway.edition() + " " + gateway.version()).matches();
    }

    /** Rows where both databases are registered, unless the plan says otherwise. */
    static Transport choose(MigrationRequested request, GatewayFacts blue, GatewayFacts green) {
        boolean possible = blue.hasDatabaseAccess() && green.hasDatabaseAccess();
        return possible && request.transport() != TransportChoice.ADMIN_API
                ? Transport.ROWS
                : Transport.ADMIN_API;
    }
}
