package io.silverback.verify.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import io.silverback.contracts.MigrationRequested;
import io.silverback.gateways.AdminApis;
import io.silverback.kong.apply.GatewayReader;
import io.silverback.kong.diff.Change;
import io.silverback.kong.diff.Diff;
import io.silverback.kong.diff.DiffPolicy;
import io.silverback.kong.diff.Differ;
import io.silverback.kong.state.DeclarativeState;
import io.silverback.kong.state.Entity;
import io.silverback.verify.probing.WorkspaceConfiguration;
import io.silverback.verify.report.Report;
import io.silverback.verify.verification.Order;
import io.silverback.verify.verification.Sides;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Reads both gateways by their Admin APIs and compares by meaning. */
@ApplicationScoped
class GatewaySides implements Sides {

    private static final int CONCURRENCY = 8;
    private static final List<String> CREDENTIALS =
            List.of(
                    "keyauth_credentials",
                    "basicauth_credentials",
                    "hmacauth_credentials",
                    "jwt_secrets",
                    "oauth2_credentials");

    private final AdminApis gateways;

    GatewaySides(AdminApis gateways) {
        this.gateways = gateways;
    }

    @Override
    public Uni<Parity> compare(Order order) {
        MigrationRequested request = order.request();
        return Uni.combine()
                .all()
                .unis(
                        read(request.blue(), request.workspace()),
                        read(request.green(), request.workspace()))
                .asTuple()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(
                        both ->
                                parity(
                                        both.getItem1().onlyWorkspaces(order.workspaces()),
                                        both.getItem2()));
    }

    private Uni<DeclarativeState> read(String gateway, String workspace) {
        return new GatewayReader(gateways.of(gateway), Clock.systemUTC(), CONCURRENCY)
                .read(workspace);
    }

    private static Parity parity(DeclarativeState blue, DeclarativeState green) {
        Diff diff = Differ.diff(blue, green, DiffPolicy.careful(), Clock.systemUTC().instant());
        List<Report.EntityDifference> differing = new ArrayList<>();
        diff.changes().forEach(change -> differing.add(difference(change)));
        diff.conflicts()
                .forEach(conflict -> differing.add(difference(conflict.desired(), conflict.why())));
        return new Parity(blue.size(), differing, configuration(blue));
    }

    private static Report.EntityDifference difference(Change change) {
        String what =
                change instanceof Change.Update update
                        ? update.differences().stream()
                                .map(Object::toString)
                                .collect(Collectors.joining("; "))
                        : "green lacks it";
        return difference(change.entity(), what);
    }

    private static Report.EntityDifference difference(Entity entity, String what) {
        return new Report.EntityDifference(entity.type(), entity.label(), what);
    }

    private static WorkspaceConfiguration configuration(DeclarativeState state) {
        return new WorkspaceConfiguration(
                fields(state, "routes"),
                fields(state, "plugins"),
                fields(state, "keyauth_credentials"),
                fields(state, "acls"),
                CREDENTIALS.stream().mapToInt(type -> state.entities(type).size()).sum());
    }

    private static List<JsonNode> fields(DeclarativeState state, String type) {
        return state.entities(type).stream()
                .map(GatewaySides::withId)
                .map(JsonNode.class::cast)
                .toList();
    }

    private static JsonNode withId(Entity entity) {
        return entity.fields().deepCopy().put("id", entity.id());
    }
}
