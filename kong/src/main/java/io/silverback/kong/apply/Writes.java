package io.silverback.kong.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.silverback.kong.apply.Write.Verb;
import io.silverback.kong.catalogue.Access;
import io.silverback.kong.catalogue.FieldRules;
import io.silverback.kong.diff.Aside;
import io.silverback.kong.diff.Change;
import io.silverback.kong.diff.FieldDifference;
import io.silverback.kong.state.Entity;
import io.silverback.kong.state.Intake;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * Turns changes into requests, so that what arrives is what left. Pure, but for the fresh secrets.
 */
public final class Writes {
    private final Supplier<String> freshSecrets;

    /**
     * Requests in which what is hashed on one side is a fresh secret on the other: a hash that is
     * sent as a password becomes one (measured on 3.3.1).
     */
    public Writes(Supplier<String> freshSecrets) {
        this.freshSecrets = freshSecrets;
    }

    /** The request for one change. */
    public Write of(Change change) {
        if (change instanceof Change.Create create) {
            return create(create.entity());
        }
        if (change instanceof Change.Update update) {
            return update(update);
        }
        return new Write(Verb.DELETE, one(change.entity()), JsonNodeFactory.instance.objectNode());
    }

    /** The request for one task. */
    Write of(Task task) {
        return switch (task.form()) {
            case WHOLE -> of(task.change());
            case HELD_BACK -> heldBack(task.change().entity());
            case SERVING -> serving(task.change().entity(), true);
            case SHUT -> serving(task.change().entity(), false);
            case ASIDE -> aside((Change.Update) task.change());
        };
    }

    private Write heldBack(Entity entity) {
        Write whole = create(entity);
        return new Write(whole.verb(), whole.path(), whole.body().put(field(entity), false));
    }

    private static Write serving(Entity entity, boolean serves) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        return new Write(Verb.PATCH, one(entity), body.put(field(entity), serves));
    }

    /** A secret is one that nobody can guess. */
    private Write aside(Change.Update update) {
        Entity entity = update.entity();
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        for (String field : update.aside()) {
            boolean secret = entity.kind().fields().isSecret(field);
            body.put(field, secret ? freshSecrets.get() : Aside.value(entity.id()));
        }
        return new Write(Verb.PATCH, one(entity), body);
    }

    private static String field(Entity entity) {
        return Objects.requireNonNull(entity.kind().hold()).field();
    }

    private Write create(Entity entity) {
        Access access = entity.kind().access();
        ObjectNode body = body(entity);
        return access.write() == Access.Write.POST
                ? new Write(Verb.POST, access.collection(entity.fields()), body)
                : new Write(Verb.PUT, one(entity), body);
    }

    /** Replaces, or changes what differs where a replacement would have to name a secret anew. */
    private Write update(Change.Update update) {
        Entity entity = update.entity();
        boolean whole =
                entity.kind().access().write() == Access.Write.PUT
                        && !entity.kind().matchedByName()
                        && hasNoHash(entity)
                        && hasNoHash(update.actual());
        return whole
                ? new Write(Verb.PUT, one(entity), body(entity))
                : new Write(Verb.PATCH, one(entity), differing(update));
    }

    private static boolean hasNoHash(Entity entity) {
        FieldRules rules = entity.kind().fields();
        return rules.hashed().keySet().stream().noneMatch(f -> rules.isHashed(f, entity.fields()));
    }

    private ObjectNode differing(Change.Update update) {
        ObjectNode whole = body(update.entity());
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        for (FieldDifference difference : update.differences()) {
            String field = difference.field();
            String sent = field.equals(Intake.EXPIRES_AT) ? "ttl" : field;
            JsonNode value = whole.get(sent);
            body.set(sent, value == null ? JsonNodeFactory.instance.nullNode() : value);
        }
        return body;
    }

    private ObjectNode body(Entity entity) {
        FieldRules rules = entity.kind().fields();
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> field : entity.fields().properties()) {
            String name = field.getKey();
            if (rules.isHashed(name, entity.fields())) {
                body.put(name, freshSecrets.get());
            } else if (name.equals(Intake.EXPIRES_AT)) {
                body.put("ttl", ttl(entity));
            } else if (!rules.isIgnored(name)) {
                body.set(name, field.getValue());
            }
        }
        return body;
    }

    /**
     * What is left plus the age, for the gateway counts a ttl from {@code created_at} on
     * PostgreSQL.
     */
    private static long ttl(Entity entity) {
        long end = entity.fields().path(Intake.EXPIRES_AT).asLong();
        long from = entity.fields().path("created_at").asLong();
        return Math.max(1, end - from);
    }

    private static String one(Entity entity) {
        return entity.kind().access().one(entity.fields(), entity.id());
    }
}
