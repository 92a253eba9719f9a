package io.silverback.simulator.schema;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every entity and plugin of one edition, in order of dependency. */
public final class Catalogue {
    private final Map<String, EntityType> entities;
    private final Lazy<Map<String, PluginType>> plugins;
    private final Document rules;

    private Catalogue(
            Map<String, EntityType> entities,
            Supplier<Map<String, PluginType>> plugins,
            Document rules) {
        this.entities = entities;
        this.plugins = new Lazy<>(plugins);
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

    /**
     * Reads the descriptors of a version; those of Enterprise only when asked for, those of plugins
     * when the first is needed.
     */
    public static Catalogue of(String version, boolean enterprise) {
        Overlay overlay = Overlay.of(version);
        return new Catalogue(
                entities(overlay, enterprise),
                () -> plugins(overlay, enterprise),
                overlay.over("rules", Resources.read("rules.yaml")));
    }

    private static Map<String, EntityType> entities(Overlay overlay, boolean enterprise) {
        Map<String, EntityType> entities = new LinkedHashMap<>();
        overlay.over("entities", Resources.all("entities"))
                .forEach(
                        (name, value) -> {
                            EntityType entity = EntityTypeReader.read(name, members(value));
                            if (enterprise
                                    || !entity.enterprise()
                                    || entity.name().equals("workspaces")) {
                                entities.put(name, entity);
                            }
                        });
        return entities;
    }

    private static Map<String, PluginType> plugins(Overlay overlay, boolean enterprise) {
        Map<String, PluginType> plugins = new LinkedHashMap<>();
        overlay.over("plugins", Resources.all("plugins"))
                .forEach(
                        (name, value) -> {
                            PluginType plugin = PluginType.read(name, members(value));
                            if (enterprise || !plugin.enterprise()) {
                                plugins.put(name, plugin);
                            }
                        });
        return plugins;
    }

    /** The same catalogue with each plugin changed. */
    public Catalogue withPlugins(UnaryOperator<PluginType> change) {
        return new Catalogue(entities, () -> changed(change), rules);
    }

    private Map<String, PluginType> changed(UnaryOperator<PluginType> change) {
        Map<String, PluginType> changed = new LinkedHashMap<>();
        plugins().forEach((name, plugin) -> changed.put(name, change.apply(plugin)));
        return changed;
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
        return plugins.get();
    }

    /** The entities that refer to the given one. */
    public Stream<EntityType> referringTo(String entity) {
        return entities.values().stream().filter(other -> other.foreignTo(entity) != null);
    }

    private static Document members(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? Document.of(map) : new Document();
    }
}
