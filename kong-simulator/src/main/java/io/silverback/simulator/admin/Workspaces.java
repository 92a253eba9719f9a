package io.silverback.simulator.admin;

import io.silverback.simulator.entity.Entities;
import io.silverback.simulator.entity.Entities.SecretForm;
import io.silverback.simulator.entity.Refusal;
import io.silverback.simulator.schema.Document;
import io.silverback.simulator.schema.EntityType;
import io.silverback.simulator.store.Database;
import io.silverback.simulator.store.Manners;
import io.silverback.simulator.store.Row;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The workspaces of a gateway; there is always one named {@code default}. */
public final class Workspaces {
    static final String DEFAULT = "default";

    private final Database database;
    private final Entities entities;
    private final EntityType type;
    private final boolean enterprise;
    private final String defaultId;

    Workspaces(Database database, Entities entities, boolean enterprise) {
        this.database = database;
        this.entities = entities;
        this.type = database.catalogue().entity("workspaces");
        this.enterprise = enterprise;
        this.defaultId = installed();
    }

    /** On Cassandra the one that the installation made has no time of last change. */
    private String installed() {
        if (database.table(type, "").find("name", DEFAULT) != null) {
            return idOf(DEFAULT);
        }
        Row row = create(DEFAULT);
        if (database.manners() == Manners.CASSANDRA && type.hasUpdatedAt()) {
            Document document = Document.of(row.document()).with("updated_at", null);
            database.put(type, new Row(row.id(), row.workspace(), document, row.endsAt()));
        }
        return row.id();
    }

    String defaultId() {
        return defaultId;
    }

    /** The id of a workspace, which is created when it is not there. */
    public final String idOf(String name) {
        Row row = database.table(type, "").find("name", name);
        return row == null ? create(name).id() : row.id();
    }

    private Row create(String name) {
        return entities.insert(type, "", Document.of("name", name), SecretForm.PLAIN);
    }

    /** The workspace that a first segment names, or null. */
    @Nullable Row named(String segment) {
        return enterprise ? database.table(type, "").find("name", segment) : null;
    }

    /**
     * The refusal of a path that leads nowhere: in Enterprise its first segment may be an unknown
     * workspace.
     */
    Refusal unknown(List<String> segments, Paths paths) {
        boolean prefixed =
                enterprise
                        && segments.size() > 1
                        && paths.find(defaultId, segments.subList(1, segments.size())) != null;
        boolean isEntity = paths.find(defaultId, segments.subList(0, 1)) != null;
        return prefixed && !isEntity
                ? Refusal.of(404, "Workspace '" + segments.get(0) + "' not found")
                : Refusal.notFound();
    }
}
