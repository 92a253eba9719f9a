package io.silverback.simulator.admin;

import io.silverback.simulator.entity.Entities;
import io.silverback.simulator.entity.Refusal;
import io.silverback.simulator.schema.Catalogue;
import io.silverback.simulator.schema.Document;
import io.silverback.simulator.schema.EntityType;
import io.silverback.simulator.schema.PluginType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code /schemas}: what an entity or a plugin may hold, and whether one would be taken. */
final class SchemaPaths {
    private final Catalogue catalogue;
    private final Entities entities;

    SchemaPaths(Catalogue catalogue, Entities entities) {
        this.catalogue = catalogue;
        this.entities = entities;
    }

    /** The answer, or null when there is nothing under that path. */
    @Nullable AdminResponse answer(AdminRequest request) {
        List<String> below = request.segments().subList(1, request.segments().size());
        if (below.size() == 1) {
            return Methods.READ.of(request, () -> entity(below.get(0)));
        }
        if (below.size() != 2) {
            return null;
        }
        if (below.get(1).equals("validate")) {
            return Methods.CREATE.of(request, () -> validated(request, below.get(0)));
        }
        return below.get(0).equals("plugins")
                ? Methods.READ.of(request, () -> plugin(below.get(1)))
                : null;
    }

    private AdminResponse entity(String name) {
        return AdminResponse.of(200, Schemas.of(declared(name)));
    }

    private AdminResponse plugin(String name) {
        PluginType plugin = catalogue.plugins().get(name);
        if (plugin == null) {
            throw Refusal.of(404, "No plugin named '" + name + "'");
        }
        return AdminResponse.of(200, Schemas.of(plugin, catalogue.entity("plugins")));
    }

    private AdminResponse validated(AdminRequest request, String name) {
        EntityType type = declared(name);
        entities.check(type, Bodies.read(request, type.fields()));
        return AdminResponse.of(200, Document.of("message", "schema validation successful"));
    }

    private EntityType declared(String name) {
        EntityType type = catalogue.find(name);
        if (type == null) {
            throw Refusal.of(404, "No entity named '" + name + "'");
        }
        return type;
    }
}
