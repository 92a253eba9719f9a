package io.silverback.simulator.entity;

import io.silverback.simulator.schema.Completion;
import io.silverback.simulator.schema.Document;
import io.silverback.simulator.schema.EntityChecks;
import io.silverback.simulator.schema.EntityType;
import io.silverback.simulator.schema.Field;
import io.silverback.simulator.schema.PluginType;
import io.silverback.simulator.schema.Validator;
import io.silverback.simulator.store.Database;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes a whole, valid entity out of what a client sent. */
final class Drafts {
    private final Database database;
    private final Clock clock;

    Drafts(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The entity with defaults, generated values and times; refused when it breaks its schema. */
    Document complete(EntityType type, Document given) {
        Document input = Document.of(given);
        type.shorthands().forEach((member, way) -> Derivations.expand(member, way, input));
        PluginType plugin = plugin(type, input);
        Map<String, Field> fields = type.fieldsWith(plugin);
        Document entity = Completion.complete(fields, input);
        generate(fields, entity);
        if (plugin != null) {
            Document config = entity.document("config");
            generate(plugin.config(), config);
            entity.put("config", config);
        }
        type.derived()
                .forEach(
                        (field, way) ->
                                entity.put(
                                        field,
                                        Derivations.derived(way, entity, entity.get(field))));
        times(type, entity);
        validate(type, plugin, fields, entity);
        return entity;
    }

    private @Nullable PluginType plugin(EntityType type, Document input) {
        String variant = type.variant();
        String name = variant == null ? null : input.text(variant);
        if (name == null) {
            return null;
        }
        PluginType plugin = database.catalogue().plugins().get(name);
        if (plugin == null) {
            throw Refusal.schema(
                    Document.of(
                            "name",
                            "plugin '"
                                    + name
                                    + "' not enabled; add it to the 'plugins' configuration property"));
        }
        return plugin;
    }

    private static void generate(Map<String, Field> fields, Document entity) {
        fields.values().stream()
                .filter(field -> field.auto() != null && entity.get(field.name()) == null)
                .forEach(field -> entity.put(field.name(), Secrets.token()));
    }

    private void times(EntityType type, Document entity) {
        if (entity.get("id") == null) {
            entity.put("id", UUID.randomUUID().toString());
        }
        Number now = now(type);
        if (entity.get("created_at") == null) {
            entity.put("created_at", now);
        }
        if (type.hasUpdatedAt()) {
            entity.put("updated_at", now);
        }
    }

    Number now(EntityType type) {
        long millis = clock.millis();
        return type.timestamps().isFine() ? (Number) (millis / 1000.0) : (Number) (millis / 1000);
    }

    private static void validate(
            EntityType type,
            @Nullable PluginType plugin,
            Map<String, Field> fields,
            Document entity) {
        Document errors = Validator.errors(fields, entity);
        EntityChecks.apply(type.checks(), entity, "", errors);
        if (plugin != null) {
            plugin.refuses().stream()
                    .filter(scope -> entity.get(scope) != null)
                    .forEach(scope -> errors.put(scope, "value must be null"));
            if (!errors.containsKey("config")) {
                EntityChecks.apply(plugin.checks(), entity.document("config"), "config.", errors);
            }
        }
        if (!errors.isEmpty()) {
            throw Refusal.schema(errors);
        }
    }

    /** The fields of a PATCH over those of the entity that is there. */
    Document merged(EntityType type, Document old, Document changes) {
        Document input = Document.of(changes);
        type.shorthands().forEach((member, way) -> Derivations.expand(member, way, input));
        Document both = Document.of(old);
        both.putAll(input);
        return Completion.merge(type.fieldsWith(plugin(type, both)), old, input);
    }

    /** A stored entity, but with its lists and maps as the client sent them. */
    Document withLists(EntityType type, Document given, Document stored) {
        Document sent = Document.of(stored);
        type.fields()
                .forEach(
                        (name, field) -> {
                            Object value = given.get(name);
                            boolean kept = field.type().isList() || field.type() == Field.Type.MAP;
                            if (kept
                                    && (value instanceof List<?> || value instanceof Map<?, ?>)
                                    && !type.derived().containsKey(name)) {
                                Document one = Document.of(name, value);
                                sent.put(
                                        name,
                                        Completion.complete(Map.of(name, field), one).get(name));
                            }
                        });
        return sent;
    }
}
