package io.silverback.simulator.store;

import io.silverback.simulator.schema.Catalogue;
import io.silverback.simulator.schema.EntityType;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All tables of all workspaces, as one reader sees them. */
public interface Database {
    /** The manners of this database. */
    Manners manners();

    /** What the database can hold. */
    Catalogue catalogue();

    /** The table of an entity in a workspace. */
    Table table(EntityType type, String workspace);

    /** The tables of an entity in all workspaces. */
    Stream<Table> tables(String entity);

    /** Stores a row in place of the one with its id. */
    void put(EntityType type, Row row);

    /** Removes a row; nothing happens when it is not there. */
    void remove(EntityType type, String workspace, String id);

    /** How often an entity was changed so far, by which readers know that a view is old. */
    long version(String entity);

    /** The table of a named entity in a workspace. */
    default Table table(String entity, String workspace) {
        return table(catalogue().entity(entity), workspace);
    }

    /** The row with that id in any workspace, or null. */
    default @Nullable Row anywhere(String entity, String id) {
        return tables(entity)
                .map(table -> table.get(id))
                .filter(row -> row != null)
                .findFirst()
                .orElse(null);
    }
}
