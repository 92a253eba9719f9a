package io.silverback.simulator.admin;

import io.silverback.simulator.entity.Entities;
import io.silverback.simulator.entity.Refusal;
import io.silverback.simulator.schema.Document;
import io.silverback.simulator.store.Database;
import io.silverback.simulator.store.Row;
import java.util.List;
import java.util.function.UnaryOperator;

/** {@code /upstreams/{upstream}/health}: the targets, before 3.0 each with its health. */
final class UpstreamHealth {
    private final Database database;
    private final Entities entities;
    private final Node node;
    private final Configuration configuration;

    UpstreamHealth(Database database, Entities entities, Node node, Configuration configuration) {
        this.database = database;
        this.entities = entities;
        this.node = node;
        this.configuration = configuration;
    }

    AdminResponse answer(String workspace, String upstream) {
        Row row =
                entities.references()
                        .find(database.catalogue().entity("upstreams"), workspace, upstream);
        if (row == null) {
            throw Refusal.notFound();
        }
        UnaryOperator<Document> shown = shown(row.document());
        List<Document> targets =
                NewestFirst.of(
                                database.table("targets", workspace)
                                        .childrenOf("upstream", row.id()))
                        .values()
                        .stream()
                        .map(target -> shown.apply(target.document()))
                        .toList();
        return AdminResponse.of(
                200, Document.of("data", targets).with("next", null).with("node_id", node.id()));
    }

    private UnaryOperator<Document> shown(Document upstream) {
        if (!database.catalogue().rule("showsHealth")) {
            return UnaryOperator.identity();
        }
        TargetHealth health = new TargetHealth(upstream, configuration.nameServer());
        return health::shown;
    }
}
