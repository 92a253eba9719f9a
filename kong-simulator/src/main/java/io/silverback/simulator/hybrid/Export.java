package io.silverback.simulator.hybrid;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.silverback.simulator.entity.Entities;
import io.silverback.simulator.entity.Refusal;
import io.silverback.simulator.schema.EntityType;
import io.silverback.simulator.store.Database;
import io.silverback.simulator.store.MemoryDatabase;
import io.silverback.simulator.store.Row;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads all rows of a control plane's database into a {@link Configuration}. */
final class Export {
    private final Database database;
    private final Entities schemas;
    private final Clock clock;
    private @Nullable Configuration last;

    Export(Database database, Clock clock) {
        this.database = database;
        this.schemas = new Entities(database, clock);
        this.clock = clock;
    }

    /** The configuration now. Rows that expire and have not yet stay for as long as it holds. */
    Configuration now() {
        MemoryDatabase rows = new MemoryDatabase(database.catalogue(), database.manners());
        List<String> refused = new ArrayList<>();
        MessageDigest digest = md5();
        for (EntityType type : database.catalogue().entities()) {
            for (Row row : living(type)) {
                rows.put(type, lasting(row));
                digest.update((row.id() + row.document().hashCode()).getBytes(UTF_8));
                check(type, row, refused);
            }
        }
        String hash = HexFormat.of().formatHex(digest.digest());
        last = new Configuration(hash, rows, List.copyOf(refused), plugins(rows));
        return last;
    }

    private List<Row> living(EntityType type) {
        return database.tables(type.name())
                .flatMap(table -> table.rows().values().stream())
                .filter(row -> row.livesAt(clock.millis()))
                .toList();
    }

    private static Set<String> plugins(MemoryDatabase rows) {
        return rows.tables("plugins")
                .flatMap(table -> table.rows().values().stream())
                .map(row -> String.valueOf(row.document().get("name")))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Row lasting(Row row) {
        return row.endsAt() == Row.NEVER
                ? row
                : new Row(row.id(), row.workspace(), row.document(), Row.NEVER);
    }

    /** A row that was good in the last export is good: rows are never changed. */
    private void check(EntityType type, Row row, List<String> refused) {
        Configuration before = last;
        if (before != null
                && before.refused().isEmpty()
                && before.rows().table(type, row.workspace()).get(row.id()) == row) {
            return;
        }
        try {
            schemas.check(type, row.document());
        } catch (Refusal refusal) {
            refused.add(type.name() + " " + row.id() + ": " + refusal.getMessage());
        }
    }

    private static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has MD5", e);
        }
    }
}
