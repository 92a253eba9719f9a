package io.silverback.simulator.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All that the engine knows of one kind of entity. */
public record EntityType(
        String name, Address address, Habits habits, Map<String, Field> fields, Rules rules) {

    /**
     * Where entities are found.
     *
     * @param nested the last segment of their path below a parent; empty when they have none
     * @param top whether they have a path of their own
     * @param key the field that finds one beside its id
     */
    record Address(
            String table,
            String path,
            String nested,
            boolean top,
            @Nullable String key,
            boolean keyOnlyNested,
            @Nullable KeyThrough keyThrough) {}

    /** How entities are kept. */
    record Habits(
            boolean workspaced,
            boolean enterprise,
            Timestamps timestamps,
            boolean tags,
            boolean expires,
            boolean upsert,
            boolean postReplaces,
            boolean newestFirst,
            boolean clustered,
            @Nullable String variant) {}

    /** What holds between the fields of an entity, and what becomes of some of them. */
    record Rules(
            List<List<String>> uniqueTogether,
            List<Document> checks,
            Map<String, String> secrets,
            Map<String, String> derived,
            Map<String, String> shorthands,
            List<String> filters,
            List<String> owned,
            @Nullable Names names) {}

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
        return timestamps().hasUpdated();
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

    /** The table of Kong that has these entities. */
    public String table() {
        return address.table();
    }

    /** The path of their collection, without a slash before it. */
    public String path() {
        return address.path();
    }

    /** The last segment of their path below a parent; empty when they have none. */
    public String nested() {
        return address.nested();
    }

    /** Whether they have a path of their own. */
    public boolean top() {
        return address.top();
    }

    /** The field that finds one beside its id, or null. */
    public @Nullable String key() {
        return address.key();
    }

    /** Whether the key finds one only below its parent. */
    public boolean keyOnlyNested() {
        return address.keyOnlyNested();
    }

    /** What else finds one, or null. */
    public @Nullable KeyThrough keyThrough() {
        return address.keyThrough();
    }

    /** Whether each belongs to a workspace. */
    public boolean workspaced() {
        return habits.workspaced();
    }

    /** Whether only Enterprise has them. */
    public boolean enterprise() {
        return habits.enterprise();
    }

    /** The times that each carries. */
    public Timestamps timestamps() {
        return habits.timestamps();
    }

    /** Whether they can be tagged. */
    public boolean hasTags() {
        return habits.tags();
    }

    /** Whether each may come to an end by itself. */
    public boolean expires() {
        return habits.expires();
    }

    /** Whether PUT creates one that is not there. */
    public boolean upsert() {
        return habits.upsert();
    }

    /** Whether POST of a key that is there changes its entity. */
    public boolean postReplaces() {
        return habits.postReplaces();
    }

    /** Whether lists begin with the newest. */
    public boolean newestFirst() {
        return habits.newestFirst();
    }

    /** Whether Cassandra keeps all in one partition, in the order of ids. */
    public boolean clustered() {
        return habits.clustered();
    }

    /** The field whose value decides what others may hold, or null. */
    public @Nullable String variant() {
        return habits.variant();
    }

    /** Fields that no two entities have alike together. */
    public List<List<String>> uniqueTogether() {
        return rules.uniqueTogether();
    }

    /** What holds between fields. */
    public List<Document> checks() {
        return rules.checks();
    }

    /** The fields that are hashed, and how. */
    public Map<String, String> secrets() {
        return rules.secrets();
    }

    /** The fields that follow from others, and how. */
    public Map<String, String> derived() {
        return rules.derived();
    }

    /** The fields that may be given in a shorter form, and which. */
    public Map<String, String> shorthands() {
        return rules.shorthands();
    }

    /** The fields by which a list may be narrowed. */
    public List<String> filters() {
        return rules.filters();
    }

    /** The entities that are deleted together with one of these. */
    public List<String> owned() {
        return rules.owned();
    }

    /** Which other names each shows, or null. */
    public @Nullable Names names() {
        return rules.names();
    }
}
