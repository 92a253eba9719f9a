package io.silverback.simulator.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Every entity and plugin of one edition, in order of dependency. */
public final class Catalogue {
    private final Map<String, EntityType> entities = new LinkedHashMap<>();
    private final Map<String, PluginType> plugins = new LinkedHashMap<>();

    private Catalogue() {}

    /** Reads the descriptors; those of Enterprise only when asked for. */
    public static Catalogue of(boolean enterprise) {
        Catalogue catalogue = new Catalogue();
        resource("entities.yaml")
                .forEach(
                        (name, value) ->
                                catalogue.add(
                                        EntityTypeReader.read(name, members(value)), enterprise));
        resource("plugins.yaml")
                .forEach(
                        (name, value) ->
                                catalogue.add(PluginType.read(name, members(value)), enterprise));
        return catalogue;
    }

    /** The same catalogue with each plugin changed. */
    public Catalogue withPlugins(UnaryOperator<PluginType> change) {
        Catalogue changed = new Catalogue();
        changed.entities.putAll(entities);
        plugins.forEach((name, plugin) -> changed.plugins.put(name, change.apply(plugin)));
        return changed;
    }

    private void add(EntityType entity, boolean enterprise) {
        if (enterprise || !entity.enterprise() || entity.name().equals("workspaces")) {
            entities.put(entity.name(), entity);
        }
    }

    private void add(PluginType plugin, boolean enterprise) {
        if (enterprise || !plugin.enterprise()) {
            plugins.put(plugin.name(), plugin);
        }
    }

    /** All entities, in order of dependency. */
    public Collection<EntityType> entities() {
        return entities.values();
    }

    /** The entity of that name. */
    public EntityType entity(String name) {
        EntityType entity = find(name);
        if (entity == null) {
            throw new IllegalArgumentException("No entity " + name);
        }
        return entity;
    }

    /** The entity of that name, or null. */
    public @Nullable EntityType find(String name) {
        return entities.get(name);
    }

    /** All plugins by name. */
    public Map<String, PluginType> plugins() {
        return plugins;
    }

    /** The entities that refer to the given one. */
    public Stream<EntityType> referringTo(String entity) {
        return entities.values().stream().filter(other -> other.foreignTo(entity) != null);
    }

    private static Document members(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? Document.of(map) : new Document();
    }

    private static Document resource(String name) {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(10_000);
        try (InputStream stream =
                Catalogue.class.getResourceAsStream("/io/silverback/simulator/" + name)) {
            Object read = new Yaml(new SafeConstructor(options)).load(stream);
            return members(read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
