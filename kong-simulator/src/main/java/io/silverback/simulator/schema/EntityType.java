package io.silverback.simulator.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All that the engine knows of one kind of entity. */
public record EntityType(
        String name,
        String table,
        String path,
        String nested,
        boolean top,
        @Nullable String key,
        boolean keyOnlyNested,
        boolean workspaced,
        boolean enterprise,
        Timestamps timestamps,
        boolean hasTags,
        boolean expires,
        boolean upsert,
        boolean postReplaces,
        boolean newestFirst,
        boolean clustered,
        @Nullable String variant,
        Map<String, Field> fields,
        List<List<String>> uniqueTogether,
        List<Document> checks,
        Map<String, String> secrets,
        Map<String, String> derived,
        Map<String, String> shorthands,
        List<String> filters,
        List<String> owned,
        @Nullable Names names,
        @Nullable KeyThrough keyThrough) {

    /** Which times an entity carries. */
    public enum Timestamps {
        BOTH,
        MILLIS,
        CREATED,
        CREATED_MILLIS;

        /** Whether there is a time of last change. */
        boolean hasUpdated() {
            return this == BOTH || this == MILLIS;
        }

        /** Whether times have milliseconds. */
        public boolean isFine() {
            return this == MILLIS || this == CREATED_MILLIS;
        }
    }

    /**
     * Another entity whose names are shown, and may be given, in a member of this one (a
     * certificate's SNIs).
     */
    public record Names(String entity, String member) {}

    /** Another entity whose key finds this one as well (a certificate by the name of its SNI). */
    public record KeyThrough(String entity, String field) {}

    /** The fields that refer to other entities. */
    public Stream<Field> foreignFields() {
        return fields.values().stream().filter(Field::isForeign);
    }

    /** The field that refers to a parent of the given kind, or null. */
    public @Nullable Field foreignTo(String entity) {
        return foreignFields()
                .filter(field -> field.reference().equals(entity))
                .findFirst()
                .orElse(null);
    }

    /** Whether an entity has a time of last change. */
    public boolean hasUpdatedAt() {
        return timestamps.hasUpdated();
    }

    /** The fields of an entity, with those of its plugin below {@code config} and its protocols. */
    public Map<String, Field> fieldsWith(@Nullable PluginType plugin) {
        if (plugin == null) {
            return fields;
        }
        Map<String, Field> all = new LinkedHashMap<>(fields);
        all.computeIfPresent("config", (name, config) -> config.withFields(plugin.config()));
        all.computeIfPresent("protocols", (name, protocols) -> plugin.protocols(protocols));
        return all;
    }
}
