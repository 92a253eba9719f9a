package io.silverback.simulator.entity;

import io.silverback.simulator.schema.Document;
import io.silverback.simulator.schema.EntityType;
import io.silverback.simulator.store.Manners;
import io.silverback.simulator.store.Row;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** When entities with a ttl (in seconds) come to their end, in milliseconds since 1970. */
record Lifetimes(Manners manners, Clock clock) {
    private static final String TTL = "ttl";

    /** The end of what is created or replaced, from its creation or from now. */
    long endsAt(EntityType type, Document entity) {
        long ttl = entity.number(TTL, 0);
        if (!type.expires() || ttl <= 0) {
            return Row.NEVER;
        }
        long created = entity.number("created_at", clock.millis() / 1000) * 1000;
        return manners.end(clock.millis(), created, ttl);
    }

    /** A ttl that a PATCH gives counts from now, whenever the key was created; 0 is for good. */
    long endAfterPatch(EntityType type, Document given, Row old) {
        if (!type.expires()) {
            return Row.NEVER;
        }
        if (!given.containsKey(TTL)) {
            return manners.endAfterPatch(old.endsAt());
        }
        long ttl = given.number(TTL, 0);
        return ttl <= 0 ? Row.NEVER : clock.millis() + ttl * 1000;
    }

    /** An entity with the seconds that are left to it, as the database shows them. */
    Document shown(EntityType type, Row row) {
        return type.expires() ? manners.withTtl(row.document(), rest(row)) : row.document();
    }

    private @Nullable Long rest(Row row) {
        return row.endsAt() == Row.NEVER
                ? null
                : Math.max(0, (row.endsAt() - clock.millis()) / 1000);
    }
}
