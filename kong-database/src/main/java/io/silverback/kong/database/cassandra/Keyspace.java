package io.silverback.kong.database.cassandra;

import com.datastax.oss.driver.api.core.CqlIdentifier;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.metadata.schema.ColumnMetadata;
import com.datastax.oss.driver.api.core.metadata.schema.KeyspaceMetadata;
import com.datastax.oss.driver.api.core.metadata.schema.TableMetadata;
import com.datastax.oss.driver.api.core.type.DataType;
import com.datastax.oss.driver.api.core.type.ListType;
import com.datastax.oss.driver.api.core.type.MapType;
import com.datastax.oss.driver.api.core.type.SetType;
import com.datastax.oss.driver.api.core.type.UserDefinedType;
import io.silverback.kong.database.schema.CassandraSchema;
import io.silverback.kong.database.schema.CassandraTable;
import io.silverback.kong.database.schema.CassandraType;
import io.silverback.kong.database.snapshot.Sha256;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A keyspace as {@code system_schema} describes it. */
final class Keyspace {

    private final KeyspaceMetadata metadata;

    private Keyspace(KeyspaceMetadata metadata) {
        this.metadata = metadata;
    }

    static Keyspace of(CqlSession session, String name) {
        return new Keyspace(
                session.refreshSchema()
                        .getKeyspace(CqlIdentifier.fromInternal(name))
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                "There is no keyspace " + name + ".")));
    }

    Collection<TableMetadata> tables() {
        return metadata.getTables().values();
    }

    String cql() {
        return metadata.describe(false);
    }

    CassandraSchema schema() {
        Map<String, CassandraTable> tables = new TreeMap<>();
        for (TableMetadata table : tables()) {
            CassandraTable described = table(table);
            tables.put(described.name(), described);
        }
        return new CassandraSchema(metadata.getName().asInternal(), tables);
    }

    /** SHA-256 of all that conversion looks at. */
    static String fingerprint(CassandraSchema schema) {
        return Sha256.of(schema.tables().values().toString());
    }

    static CassandraTable table(TableMetadata table) {
        Map<String, CassandraType> columns = new LinkedHashMap<>();
        for (ColumnMetadata column : table.getColumns().values()) {
            columns.put(
                    column.getName().asInternal(),
                    CassandraType.of(column.getType().asCql(false, false)));
        }
        return new CassandraTable(
                table.getName().asInternal(),
                columns,
                names(table.getPartitionKey()),
                names(table.getClusteringColumns().keySet()));
    }

    /** Whether TTL and WRITETIME can be asked of the column. */
    static boolean hasCellTimes(TableMetadata table, ColumnMetadata column) {
        return !table.getPrimaryKey().contains(column)
                && !isManyCells(column.getType())
                && !column.getType().asCql(false, false).equals("counter");
    }

    private static boolean isManyCells(DataType type) {
        return (type instanceof SetType set && !set.isFrozen())
                || (type instanceof ListType list && !list.isFrozen())
                || (type instanceof MapType map && !map.isFrozen())
                || (type instanceof UserDefinedType own && !own.isFrozen());
    }

    private static List<String> names(Collection<ColumnMetadata> columns) {
        return columns.stream().map(column -> column.getName().asInternal()).toList();
    }
}
