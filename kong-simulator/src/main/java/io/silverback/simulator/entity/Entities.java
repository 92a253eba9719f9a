package io.silverback.simulator.entity;

import io.silverback.simulator.schema.Document;
import io.silverback.simulator.schema.EntityType;
import io.silverback.simulator.schema.Field;
import io.silverback.simulator.store.ConstraintViolation;
import io.silverback.simulator.store.Database;
import io.silverback.simulator.store.Row;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes entities as Kong does: the same way for every kind, by its descriptor. To be used by one
 * thread.
 */
public final class Entities {
    private final Database database;
    private final Clock clock;
    private final Drafts drafts;
    private final References references;
    private final Uniqueness uniqueness;
    private final OwnedNames ownedNames;
    private final Race race;
    private final Lifetimes lifetimes;
    private Witness witness = (operation, type, row) -> {};

    /** Writes into a database, by a clock. */
    public Entities(Database database, Clock clock) {
        this(database, clock, Race.NONE);
    }

    /** As above, for calls that may race. */
    public Entities(Database database, Clock clock, Race race) {
        this.database = database;
        this.clock = clock;
        this.drafts = new Drafts(database, clock);
        this.references = new References(database);
        this.uniqueness = new Uniqueness(database, race);
        this.race = race;
        this.lifetimes = new Lifetimes(database.manners(), clock);
        this.ownedNames = new OwnedNames(database, this);
    }

    /** How a write treats secrets. */
    public enum SecretForm {
        /** As the client knows them: hashed on the way in. */
        PLAIN,
        /** As the database knows them: stored as they are. */
        HASHED
    }

    /** Tells of each row that is written from now on. */
    public void tell(Witness changed) {
        witness = changed;
    }

    /** Creates an entity (POST) and shows it as the answer to that does. */
    public Document create(EntityType type, String workspace, Document given) {
        Row row = insert(type, workspace, given, SecretForm.PLAIN);
        Document sent = drafts.withLists(type, given, row.document());
        return ownedNames.shown(type, row, database.manners().created(sent, shown(type, row)));
    }

    /** Creates an entity. */
    public Row insert(EntityType type, String workspace, Document given, SecretForm form) {
        Document input = Document.of(given);
        List<?> names = ownedNames.take(type, input);
        Document entity = drafts.complete(type, input);
        String id = String.valueOf(entity.get("id"));
        Row same = database.anywhere(type.name(), id);
        if (same != null && same.livesAt(clock.millis())) {
            throw Refusal.primaryKey(id);
        }
        ownedNames.check(type, names, null);
        Row row = store(type, workspace, entity, form, null);
        ownedNames.set(type, row, names);
        return row;
    }

    /**
     * Creates or replaces the entity with an id (PUT): what is left out falls back to its default.
     */
    public Row upsert(EntityType type, String workspace, String id, Document given) {
        Document input = Document.of(given).with("id", id);
        List<?> names = ownedNames.take(type, input);
        Document entity = drafts.complete(type, input);
        ownedNames.check(type, names, id);
        Row row =
                store(
                        type,
                        workspace,
                        entity,
                        SecretForm.PLAIN,
                        database.table(type, workspace).get(id));
        ownedNames.set(type, row, names == null ? List.of() : names);
        return row;
    }

    /** Changes some fields of an entity (PATCH). */
    public Row update(EntityType type, Row old, Document given) {
        Document input = Document.of(given).with("id", old.id());
        List<?> names = ownedNames.take(type, input);
        Document entity = drafts.merged(type, old.document(), input);
        Document complete = drafts.complete(type, entity);
        ownedNames.check(type, names, old.id());
        keepSecrets(type, old, input, complete);
        Row row =
                storeHidden(
                        "update",
                        type,
                        old.workspace(),
                        complete,
                        lifetimes.endAfterPatch(type, input, old));
        if (names != null) {
            ownedNames.set(type, row, names);
        }
        return row;
    }

    private static void keepSecrets(EntityType type, Row old, Document input, Document entity) {
        type.secrets()
                .forEach(
                        (field, way) ->
                                entity.put(
                                        field,
                                        input.containsKey(field)
                                                ? Secrets.hidden(way, entity, entity.get(field))
                                                : old.document().get(field)));
    }

    /** Removes an entity and all that goes with it (DELETE). */
    public void delete(EntityType type, Row row) {
        type.owned()
                .forEach(owned -> removeChildren(type, row, database.catalogue().entity(owned)));
        references.guard(type, row);
        database.catalogue()
                .referringTo(type.name())
                .forEach(other -> removeChildren(type, row, other));
        try {
            database.remove(type, row.workspace(), row.id());
        } catch (ConstraintViolation violation) {
            throw Violations.of(type, violation);
        }
        witness.saw("delete", type, row);
    }

    private void removeChildren(EntityType type, Row row, EntityType other) {
        other.foreignFields()
                .filter(field -> field.reference().equals(type.name()))
                .forEach(
                        field ->
                                List.copyOf(
                                                database.table(other, row.workspace())
                                                        .childrenOf(field.name(), row.id())
                                                        .values())
                                        .forEach(child -> delete(other, child)));
    }

    private Row store(
            EntityType type,
            String workspace,
            Document entity,
            SecretForm form,
            @Nullable Row old) {
        references.resolve(type, workspace, entity);
        if (form == SecretForm.PLAIN) {
            type.secrets()
                    .forEach(
                            (field, way) ->
                                    entity.put(
                                            field, Secrets.hidden(way, entity, entity.get(field))));
        }
        String operation = old == null ? "create" : "update";
        return storeHidden(operation, type, workspace, entity, lifetimes.endsAt(type, entity));
    }

    private Row storeHidden(
            String operation, EntityType type, String workspace, Document entity, long endsAt) {
        references.resolve(type, workspace, entity);
        entity.remove("ttl");
        Document stored = database.manners().stored(type.fields(), entity);
        Row row = new Row(String.valueOf(entity.get("id")), workspace, stored, endsAt);
        uniqueness.check(type, row, clock.millis());
        if (!database.manners().takes(stored)) {
            throw Refusal.of(500, "An unexpected error occurred");
        }
        try {
            database.put(type, row);
            race.written(row);
        } catch (ConstraintViolation violation) {
            throw Violations.of(type, violation);
        }
        witness.saw(operation, type, row);
        return row;
    }

    /** Checks what a client would write, without writing. */
    public void check(EntityType type, Document given) {
        drafts.complete(type, given);
    }

    /** An entity as it is shown: with the rest of its life and the names that belong to it. */
    public Document shown(EntityType type, Row row) {
        return ownedNames.shown(type, row, lifetimes.shown(type, row));
    }

    /** Finds entities by id or key. */
    public References references() {
        return references;
    }

    /** Whether a row has not come to its end. */
    public boolean isAlive(Row row) {
        return row.livesAt(clock.millis());
    }

    /** The fields that may be sent for an entity; for forms, whose values are all texts. */
    public Map<String, Field> fields(EntityType type, Document given) {
        String variant = type.variant();
        String name = variant == null ? null : given.text(variant);
        return type.fieldsWith(name == null ? null : database.catalogue().plugins().get(name));
    }
}
