package io.silverback.kong.database.snapshot;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import io.silverback.kong.database.schema.CassandraSchema;
import io.silverback.kong.database.schema.CassandraTable;
import java.io.IOException;
import java.io.Serial;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a snapshot consists of; written last. What it does not list is no part of it.
 *
 * @param format of the parts; 1
 * @param keyspaceCql the statement that makes the keyspace
 * @param kongVersion as the gateway's Admin API said
 * @param schemaFingerprint SHA-256 of tables, columns and types
 * @param consistency at which was read
 * @param notReached replicas that were down, as {@code address}
 * @param begun before the first row was read
 * @param ended after the last one was
 */
public record Manifest(
        int format,
        String keyspace,
        String keyspaceCql,
        String kongVersion,
        String schemaFingerprint,
        String consistency,
        List<String> notReached,
        Instant begun,
        Instant ended,
        List<TableEntry> tables) {

    /** Its part's name. */
    public static final String NAME = "manifest.json";

    static final int FORMAT = 1;

    private static final ObjectMapper MAPPER =
            new ObjectMapper()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .registerModule(
                            new SimpleModule()
                                    .addSerializer(Instant.class, ToStringSerializer.instance)
                                    .addDeserializer(Instant.class, new InstantReader()));

    private static final class InstantReader extends StdDeserializer<Instant> {
        @Serial private static final long serialVersionUID = 1L;

        InstantReader() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser in, DeserializationContext context)
                throws IOException {
            return Instant.parse(in.getText());
        }
    }

    /** All rows. */
    public long countRows() {
        return tables.stream().mapToLong(TableEntry::rows).sum();
    }

    /** The keyspace's tables. */
    public CassandraSchema schema() {
        Map<String, CassandraTable> byName = new TreeMap<>();
        tables.forEach(entry -> byName.put(entry.name(), entry.table()));
        return new CassandraSchema(keyspace, byName);
    }

    byte[] json() throws JsonProcessingException {
        return MAPPER.writeValueAsBytes(this);
    }

    static Manifest read(byte[] json) throws IOException {
        return MAPPER.readValue(json, Manifest.class);
    }
}
