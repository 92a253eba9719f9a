package io.silverback.dump.preparation;

import io.silverback.contracts.MigrationRequested;
import io.silverback.contracts.Transport;
import io.silverback.contracts.TransportChoice;
import io.silverback.dump.migration.Failure;
import java.util.Optional;
import java.util.stream.Stream;

/** What must hold before anything is written. */
final class Preflight {

    private Preflight() {}

    /** The first reason why {@code request} cannot be carried out; none when it can. */
    static Optional<Failure> check(
            MigrationRequested request,
            Transport transport,
            GatewayFacts blue,
            GatewayFacts green,
            boolean workspaceIsOnBlue) {
        return transport(request, blue, green)
                .or(() -> database("blue", blue, "cassandra"))
                .or(() -> database("green", green, "postgres"))
                .or(() -> same("version", blue, blue.version(), green, green.version()))
                .or(() -> same("edition", blue, blue.edition(), green, green.edition()))
                .or(() -> proven(transport, blue))
                .or(() -> workspace(request, workspaceIsOnBlue));
    }

    private static Optional<Failure> transport(
            MigrationRequested request, GatewayFacts blue, GatewayFacts green) {
        if (request.transport() != TransportChoice.ROWS) {
            return Optional.empty();
        }
        return Stream.of(blue, green)
                .filter(gateway -> !gateway.hasDatabaseAccess())
                .findFirst()
                .flatMap(
                        gateway ->
                                refuse(
                                        "transport",
                                        "Transport rows needs access to both databases, and the registry does not say how that under gateway "
                                                + gateway.gateway()
                                                + " is reached."));
    }

    private static Optional<Failure> proven(Transport transport, GatewayFacts blue) {
        return transport == Transport.ROWS && !Transports.areProven(blue)
                ? refuse(
                        "transport",
                        "Rows are proven for the open source Kong 3.3 only, and gateway %s is Kong %s %s: choose transport admin-api."
                                .formatted(blue.gateway(), blue.version(), blue.edition()))
                : Optional.empty();
    }

    private static Optional<Failure> database(String field, GatewayFacts facts, String needed) {
        if (!facts.database().equals(facts.registered())) {
            return refuse(
                    field,
                    "Gateway %s runs on %s, but is registered with %s."
                            .formatted(facts.gateway(), facts.database(), facts.registered()));
        }
        return facts.database().equals(needed)
                ? Optional.empty()
                : refuse(
                        field,
                        "Gateway %s runs on %s; the plan's %s must run on %s."
                                .formatted(facts.gateway(), facts.database(), field, needed));
    }

    private static Optional<Failure> same(
            String what, GatewayFacts blue, String ofBlue, GatewayFacts green, String ofGreen) {
        return ofBlue.equals(ofGreen)
                ? Optional.empty()
                : refuse(
                        "green",
                        "Gateway %s has Kong %s %s and gateway %s has %s: bring both to the same first."
                                .formatted(blue.gateway(), what, ofBlue, green.gateway(), ofGreen));
    }

    private static Optional<Failure> workspace(MigrationRequested request, boolean isThere) {
        return isThere
                ? Optional.empty()
                : refuse(
                        request.field(),
                        "Workspace %s of %s does not exist on gateway %s."
                                .formatted(request.workspace(), request.field(), request.blue()));
    }

    private static Optional<Failure> refuse(String field, String reason) {
        return Optional.of(Failure.ofPlan(field, reason));
    }
}
