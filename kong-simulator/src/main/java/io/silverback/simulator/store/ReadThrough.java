package io.silverback.simulator.store;

import io.silverback.simulator.schema.Catalogue;
import io.silverback.simulator.schema.EntityType;
import java.util.stream.Stream;

/** A database whose rows are those of another. */
public abstract class ReadThrough implements Database {
    /** Where the rows are read. */
    protected abstract Database source();

    @Override
    public final Manners manners() {
        return source().manners();
    }

    @Override
    public final Catalogue catalogue() {
        return source().catalogue();
    }

    @Override
    public final Table table(EntityType type, String workspace) {
        return source().table(type, workspace);
    }

    @Override
    public final Stream<Table> tables(String entity) {
        return source().tables(entity);
    }
}
