package io.silverback.kong.database.check;

import io.silverback.kong.database.conversion.Conversion;
import io.silverback.kong.database.conversion.TableConversion;
import io.silverback.kong.database.row.TargetRow;
import io.silverback.kong.database.schema.ForeignKey;
import io.silverback.kong.database.schema.UniqueKey;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The keys of one table that matter: unique ones, those it refers by and those it is found by. */
final class TableKeys implements Closeable {

    private final TableConversion table;
    private final KeyHash.Maker hashes;
    private final Map<UniqueKey, KeySpill> unique = new LinkedHashMap<>();
    private final Map<ForeignKey, KeySpill> references = new LinkedHashMap<>();
    private final Map<List<String>, KeySpill> referenced = new HashMap<>();

    TableKeys(TableConversion table, Conversion conversion, KeyHash.Maker hashes, Path scratch) {
        this.table = table;
        this.hashes = hashes;
        for (UniqueKey key : table.target().uniqueKeys()) {
            if (mayRepeat(key)) {
                unique.put(key, new KeySpill(scratch, name("unique-" + key.name(), List.of())));
            }
        }
        for (ForeignKey key : table.target().foreignKeys()) {
            if (!key.referenced().equals("workspaces")) {
                references.put(key, new KeySpill(scratch, name("from-" + key.name(), List.of())));
            }
        }
        conversion.tables().stream()
                .flatMap(other -> other.target().foreignKeys().stream())
                .filter(key -> key.referenced().equals(table.name()))
                .map(ForeignKey::referencedColumns)
                .forEach(
                        columns ->
                                referenced.computeIfAbsent(
                                        columns,
                                        c -> new KeySpill(scratch, name(table.name(), c))));
    }

    static String name(String table, List<String> columns) {
        return table + "-" + String.join("-", columns);
    }

    void add(TargetRow row, int position, long writtenAt, String id) throws IOException {
        for (Map.Entry<UniqueKey, KeySpill> key : unique.entrySet()) {
            add(key.getValue(), row, key.getKey().columns(), position, writtenAt, id);
        }
        for (Map.Entry<ForeignKey, KeySpill> key : references.entrySet()) {
            add(key.getValue(), row, key.getKey().columns(), position, writtenAt, id);
        }
        for (Map.Entry<List<String>, KeySpill> key : referenced.entrySet()) {
            add(key.getValue(), row, key.getKey(), position, writtenAt, id);
        }
    }

    void seal() throws IOException {
        for (KeySpill spill : unique.values()) {
            spill.seal();
        }
        for (KeySpill spill : references.values()) {
            spill.seal();
        }
        for (KeySpill spill : referenced.values()) {
            spill.seal();
        }
    }

    /** Adds what other tables find this one's rows by; it outlives this. */
    void referenced(Map<String, KeySpill> keys) {
        referenced.forEach((columns, spill) -> keys.put(name(table.name(), columns), spill));
    }

    Set<ForeignKey> foreignKeys() {
        return references.keySet();
    }

    KeySpill references(ForeignKey key) {
        return Objects.requireNonNull(references.get(key));
    }

    void findDuplicates(Findings findings) throws IOException {
        Duplicates duplicates = new Duplicates(table.name(), findings);
        for (Map.Entry<UniqueKey, KeySpill> key : unique.entrySet()) {
            duplicates.find(key.getKey(), key.getValue());
        }
    }

    @Override
    public void close() throws IOException {
        for (KeySpill spill : unique.values()) {
            spill.close();
        }
        for (KeySpill spill : references.values()) {
            spill.close();
        }
    }

    private void add(
            KeySpill spill,
            TargetRow row,
            List<String> columns,
            int position,
            long writtenAt,
            String id)
            throws IOException {
        KeyHash hash = hashes.of(row, columns);
        if (hash != null) {
            spill.add(new KeyedRow(hash, position, writtenAt, id));
        }
    }

    /** What holds all of Cassandra's own key can't occur twice. */
    private boolean mayRepeat(UniqueKey key) {
        Set<String> own = new HashSet<>(table.source().partitionKey());
        own.addAll(table.source().clusteringKey());
        return !key.columns().containsAll(own);
    }
}
