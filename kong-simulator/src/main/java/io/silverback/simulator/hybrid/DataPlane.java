package io.silverback.simulator.hybrid;

import io.silverback.simulator.schema.Document;
import io.silverback.simulator.store.Database;
import io.silverback.simulator.store.MemoryDatabase;
import java.util.UUID;

/**
 * One data plane: it keeps the last configuration that it could take, over restarts too. Any thread
 * may call it.
 */
public final class DataPlane {
    private final DataPlaneOptions options;
    private final String id = UUID.randomUUID().toString();
    private final Database nothing;
    private final PushedDatabase database;
    private volatile String hash = Configuration.EMPTY_HASH;
    private volatile boolean running = true;
    private volatile boolean behind;

    DataPlane(DataPlaneOptions options, Database model) {
        this.options = options;
        this.nothing = new MemoryDatabase(model.catalogue(), model.manners());
        this.database = new PushedDatabase(nothing);
    }

    /** How it is installed. */
    public DataPlaneOptions options() {
        return options;
    }

    /** The id of the node. */
    public String id() {
        return id;
    }

    /** What its proxy serves from. */
    public Database database() {
        return database;
    }

    /** The hash of the configuration that it has. */
    public String hash() {
        return hash;
    }

    /** Whether it has a configuration. */
    public boolean isReady() {
        return !hash.equals(Configuration.EMPTY_HASH);
    }

    /** Whether its ports answer. */
    public boolean isRunning() {
        return running;
    }

    /** Whether it takes no pushes, though it is connected and looks well. */
    public boolean isBehind() {
        return behind;
    }

    void running(boolean changed) {
        running = changed;
    }

    void behind(boolean changed) {
        behind = changed;
    }

    /** Loses its configuration, as with an empty prefix. */
    void forget() {
        hash = Configuration.EMPTY_HASH;
        database.take(nothing);
    }

    /** Takes a configuration, unless one of its rows is refused: then all stays as it was. */
    void receive(Configuration configuration) {
        boolean takes = running && !behind && configuration.refused().isEmpty();
        if (takes && !configuration.hash().equals(hash)) {
            database.take(known(configuration));
            hash = configuration.hash();
        }
    }

    /** The rows without those of plugins that it lacks: it serves their routes without them. */
    private Database known(Configuration configuration) {
        if (options.lacking().stream().noneMatch(configuration.plugins()::contains)) {
            return configuration.rows();
        }
        Database all = configuration.rows();
        MemoryDatabase known = new MemoryDatabase(all.catalogue(), all.manners());
        all.catalogue()
                .entities()
                .forEach(
                        type ->
                                all.tables(type.name())
                                        .flatMap(table -> table.rows().values().stream())
                                        .filter(row -> !isLacking(type.name(), row.document()))
                                        .forEach(row -> known.put(type, row)));
        return known;
    }

    private boolean isLacking(String entity, Document document) {
        return entity.equals("plugins")
                && options.lacking().contains(String.valueOf(document.get("name")));
    }
}
