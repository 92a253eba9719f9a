package io.silverback.simulator.entity;

import io.silverback.simulator.schema.Document;
import io.silverback.simulator.schema.EntityType;
import io.silverback.simulator.schema.Field;
import io.silverback.simulator.store.Database;
import io.silverback.simulator.store.Row;
import io.silverback.simulator.store.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Refuses a row whose unique values another row has. */
final class Uniqueness {
    private final Database database;
    private final Race race;

    Uniqueness(Database database, Race race) {
        this.database = database;
        this.race = race;
    }

    void check(EntityType type, Row row, long now) {
        Table table = database.table(type, row.workspace());
        for (Field field : type.fields().values()) {
            Object value = row.document().get(field.name());
            if (field.unique() && value != null && isTaken(holder(table, field, value), row, now)) {
                throw Refusal.unique(Document.of(field.name(), value));
            }
        }
        for (List<String> fields : type.uniqueTogether()) {
            Row holder = table.find(String.join(",", fields), Table.keyOf(row, fields));
            if (isTaken(holder, row, now)) {
                throw Refusal.unique(values(row, fields));
            }
        }
    }

    private @Nullable Row holder(Table table, Field field, Object value) {
        if (!field.uniqueEverywhere()) {
            return table.find(field.name(), value);
        }
        return database.tables(table.type().name())
                .map(other -> other.find(field.name(), value))
                .filter(row -> row != null)
                .findFirst()
                .orElse(null);
    }

    private boolean isTaken(@Nullable Row holder, Row row, long now) {
        return holder != null
                && !holder.id().equals(row.id())
                && holder.livesAt(now)
                && !race.hides(holder);
    }

    private static Document values(Row row, List<String> fields) {
        Document values = new Document();
        fields.forEach(field -> values.put(field, row.document().get(field)));
        return values;
    }
}
