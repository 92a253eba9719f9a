package io.silverback.kong.apply;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.silverback.kong.admin.AdminApi;
import io.silverback.kong.admin.RootInfo;
import io.silverback.kong.catalogue.Catalogue;
import io.silverback.kong.catalogue.Edition;
import io.silverback.kong.catalogue.EntityType;
import io.silverback.kong.catalogue.Kind;
import io.silverback.kong.catalogue.Scope;
import io.silverback.kong.state.DeclarativeState;
import io.silverback.kong.state.Entity;
import io.silverback.kong.state.Intake;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads everything that is configured in one workspace of a gateway. */
public final class GatewayReader {
    private final AdminApi api;
    private final Clock clock;
    private final int concurrency;

    /**
     * A reader.
     *
     * @param clock against which a remaining ttl becomes a moment
     * @param concurrency collections read at once
     */
    public GatewayReader(AdminApi api, Clock clock, int concurrency) {
        this.api = api.atRoot();
        this.clock = clock;
        this.concurrency = concurrency;
    }

    /**
     * One workspace, or {@link DeclarativeState#ESTATE}. A missing right or collection is a
     * failure.
     */
    public Uni<DeclarativeState> read(String workspace) {
        return Uni.combine()
                .all()
                .unis(api.root(), api.endpoints())
                .asTuple()
                .chain(both -> read(workspace, both.getItem1(), both.getItem2()));
    }

    private Uni<DeclarativeState> read(String workspace, RootInfo root, Set<String> endpoints) {
        boolean estate = workspace.equals(DeclarativeState.ESTATE);
        List<EntityType> types = types(estate ? Scope.ESTATE : Scope.WORKSPACE, root, endpoints);
        AdminApi in = place(workspace, estate, root);
        Rows rows = new Rows(in, root.onCassandra());
        return rows.readAll(
                        types.stream().filter(type -> parent(type).isEmpty()).toList(), List.of())
                .chain(
                        entities ->
                                rows.readAll(
                                        types.stream().filter(t -> parent(t).isPresent()).toList(),
                                        entities))
                .map(entities -> new DeclarativeState(workspace, entities));
    }

    /** An open source gateway has one workspace and no prefix for it. */
    private AdminApi place(String workspace, boolean estate, RootInfo root) {
        return estate || root.edition() == Edition.OSS ? api : api.in(workspace);
    }

    /** What is known from documentation alone is read where the gateway says that it has it. */
    private static List<EntityType> types(Scope scope, RootInfo root, Set<String> endpoints) {
        return Catalogue.kong()
                .types(scope, Kind.CONFIGURATION, root.edition(), root.version())
                .stream()
                .filter(type -> type.access().readable())
                .filter(
                        type ->
                                type.availability().proven()
                                        || endpoints.stream().anyMatch(type.access()::listedAs))
                .toList();
    }

    private static Optional<String> parent(EntityType type) {
        return type.access().parentField();
    }

    /** Reads collections, and those below parents for each parent read before. */
    private final class Rows {
        private final AdminApi in;
        private final boolean cassandra;

        Rows(AdminApi in, boolean cassandra) {
            this.in = in;
            this.cassandra = cassandra;
        }

        /** The entities of these types, and those that were there before. */
        Uni<List<Entity>> readAll(List<EntityType> types, List<Entity> before) {
            return Multi.createFrom()
                    .iterable(collections(types, before))
                    .onItem()
                    .transformToUni(Collection::read)
                    .merge(concurrency)
                    .onItem()
                    .<Entity>disjoint()
                    .collect()
                    .in(() -> new ArrayList<>(before), List::add);
        }

        private List<Collection> collections(List<EntityType> types, List<Entity> before) {
            List<Collection> collections = new ArrayList<>();
            for (EntityType type : types) {
                Optional<String> field = parent(type);
                if (field.isEmpty()) {
                    collections.add(
                            new Collection(this, type, type.access().path(), Optional.empty()));
                } else {
                    String parentType = parentType(type, field.get());
                    before.stream()
                            .filter(entity -> entity.type().equals(parentType))
                            .map(parent -> below(type, parent))
                            .forEach(collections::add);
                }
            }
            return collections;
        }

        private Collection below(EntityType type, Entity parent) {
            return new Collection(
                    this, type, type.access().below(parent.id()), Optional.of(parent));
        }

        private String parentType(EntityType type, String field) {
            return java.util.Objects.requireNonNull(type.fields().references().get(field)).type();
        }

        private Entity entity(EntityType type, ObjectNode row, Optional<Entity> parent) {
            parent.ifPresent(
                    owner -> row.putObject(parent(type).orElseThrow()).put("id", owner.id()));
            if (cassandra) {
                dropEmpty(row);
            }
            return Intake.entity(type, row, clock.instant());
        }

        /** Cassandra has no empty collections: what looks like one is null. */
        private void dropEmpty(ObjectNode row) {
            List<String> empty = new ArrayList<>();
            row.properties()
                    .forEach(
                            field -> {
                                if (field.getValue().isArray() && field.getValue().isEmpty()) {
                                    empty.add(field.getKey());
                                }
                            });
            row.remove(empty);
        }
    }

    /** One collection to read. */
    private record Collection(Rows rows, EntityType type, String path, Optional<Entity> parent) {
        Uni<List<Entity>> read() {
            return rows.in.list(path).map(row -> rows.entity(type, row, parent)).collect().asList();
        }
    }
}
