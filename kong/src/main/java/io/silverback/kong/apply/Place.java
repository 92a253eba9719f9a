package io.silverback.kong.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.silverback.kong.admin.AdminApi;
import io.silverback.kong.apply.Inventory.Remark;
import io.silverback.kong.catalogue.Access;
import io.silverback.kong.catalogue.EntityType;
import io.silverback.kong.spill.Scratch;
import io.silverback.kong.state.DeclarativeState;
import io.silverback.kong.state.Entity;
import io.silverback.kong.state.SpilledState;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One workspace of a gateway, or what belongs to none.
 *
 * @param root the gateway's Admin API, in no workspace
 * @param counted whether the gateway may keep counts of it
 * @param types what is read
 * @param remarks what there is to say before anything is read
 * @param custom what no type is known of
 */
record Place(
        AdminApi root,
        String workspace,
        boolean counted,
        List<EntityType> types,
        List<Remark> remarks,
        CustomEntities custom,
        Collections collections) {

    /** All of it, in memory. */
    Uni<DeclarativeState> once() {
        List<Entity> entities = new ArrayList<>();
        Keeper inMemory =
                (one, batch) -> {
                    synchronized (entities) {
                        entities.addAll(batch);
                    }
                    return Uni.createFrom().voidItem();
                };
        return collections
                .all(types, inMemory)
                .map(read -> new DeclarativeState(workspace, entities));
    }

    /** How much there is of each type, and what the gateway's own counts say to that. */
    Uni<Inventory> inventory() {
        Map<String, Integer> counts = new ConcurrentHashMap<>();
        Keeper counting =
                (one, batch) -> {
                    counts.merge(one.type().name(), batch.size(), Integer::sum);
                    return Uni.createFrom().voidItem();
                };
        return collections
                .all(types, counting)
                .chain(() -> Uni.combine().all().unis(ownCounts(), custom.remarks()).asTuple())
                .map(
                        both ->
                                new Inventory(
                                        counts, remarks(counts, both.getItem1(), both.getItem2())));
    }

    /** All of it as it was at one moment, outside of memory. */
    Uni<SpilledState> steadily(Scratch scratch, Vertx vertx) {
        return new SteadyReading(this, scratch, vertx)
                .read()
                .call(state -> ownCounts().invoke(own -> check(state, own)));
    }

    private Uni<Optional<ObjectNode>> ownCounts() {
        return counted ? root.find(meta()) : Uni.createFrom().item(Optional.empty());
    }

    private String meta() {
        return "/workspaces/" + Access.escape(workspace) + "/meta";
    }

    private void check(SpilledState state, Optional<ObjectNode> own) {
        List<String> missing =
                own.map(meta -> against(meta, state.counts()).missing()).orElse(List.of());
        if (!missing.isEmpty()) {
            throw new CountedLessException(root.gateway(), workspace, missing);
        }
    }

    private List<Remark> remarks(
            Map<String, Integer> counts, Optional<ObjectNode> own, List<Remark> found) {
        List<Remark> all = new ArrayList<>(remarks);
        all.addAll(found);
        if (own.isPresent()) {
            against(own.get(), counts).unsure().ifPresent(all::add);
        } else {
            all.add(OwnCounts.none(counted ? "there is no " + meta() : "nothing else keeps any"));
        }
        return all;
    }

    private OwnCounts against(JsonNode meta, Map<String, Integer> counts) {
        return new OwnCounts(types, meta.path("counts"), counts);
    }
}
