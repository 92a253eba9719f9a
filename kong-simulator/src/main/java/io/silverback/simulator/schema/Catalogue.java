package io.silverback.simulator.schema;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every entity and plugin of one edition, in order of dependency. */
public final class Catalogue {
    private final Map<String, EntityType> entities = new LinkedHashMap<>();
    private final Map<String, PluginType> plugins = new LinkedHashMap<>();

    private final Document rules;

    private Catalogue(Document rules) {
        this.rules = rules;
    }

    /** Whether a rule of {@code rules.yaml} holds in this version. */
    public boolean rule(String name) {
        return rules.isTrue(name);
    }

    /** Reads the descriptors of the newest version. */
    public static Catalogue of(boolean enterprise) {
        return of("3.3.1", enterprise);
    }

    /** Reads the descriptors of a version; those of Enterprise only when asked for. */
    public static Catalogue of(String version, boolean enterprise) {
        Overlay overlay = Overlay.of(version);
        Catalogue catalogue = new Catalogue(overlay.over("rules", Resources.read("rules.yaml")));
        overlay.over("entities", Resources.all("entities"))
                .forEach(
                        (name, value) ->
                                catalogue.add(
                                        EntityTypeReader.read(name, members(value)), enterprise));
        overlay.over("plugins", Resources.all("plugins"))
                .forEach(
                        (name, value) ->
                                catalogue.add(PluginType.read(name, members(value)), enterprise));
        return catalogue;
    }

    /** The same catalogue with each plugin changed. */
    public Catalogue withPlugins(UnaryOperator<PluginType> change) {
        Catalogue changed = new Catalogue(rules);
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
}
