package io.silverback.kong.database.snapshot;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.silverback.kong.database.row.SourceRow;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row as a line of JSON: {@code v} values without the nulls, {@code a} moment of reading in
 * milliseconds, {@code t} TTLs and {@code w} WRITETIMEs by column.
 */
final class RowCodec {

    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    private static final JsonFactory FACTORY =
            MAPPER.getFactory()
                    .copy()
                    .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                    .disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);

    private RowCodec() {}

    static JsonGenerator writer(OutputStream out) throws IOException {
        return FACTORY.createGenerator(out).setRootValueSeparator(null);
    }

    static JsonParser reader(InputStream in) throws IOException {
        return FACTORY.createParser(in);
    }

    static void write(SourceRow row, JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeNumberField("a", row.readAt().toEpochMilli());
        out.writeObjectFieldStart("v");
        for (Map.Entry<String, @Nullable Object> value : row.values().entrySet()) {
            if (value.getValue() != null) {
                out.writeFieldName(value.getKey());
                out.writePOJO(value.getValue());
            }
        }
        out.writeEndObject();
        cells(out, "t", row.ttls());
        cells(out, "w", row.writetimes());
        out.writeEndObject();
        out.writeRaw('\n');
    }

    /** The next row; null at the end. */
    static @Nullable SourceRow read(JsonParser in) throws IOException {
        if (in.nextToken() == null) {
            return null;
        }
        Instant readAt = Instant.EPOCH;
        Map<String, @Nullable Object> values = Map.of();
        Map<String, Integer> ttls = Map.of();
        Map<String, Long> writetimes = Map.of();
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            String field = in.currentName();
            in.nextToken();
            switch (field) {
                case "a" -> readAt = Instant.ofEpochMilli(in.getLongValue());
                case "v" -> values = values(in);
                case "t" -> ttls = narrow(cells(in));
                case "w" -> writetimes = cells(in);
                default -> in.skipChildren();
            }
        }
        return new SourceRow(values, ttls, writetimes, readAt);
    }

    private static void cells(JsonGenerator out, String field, Map<String, ? extends Number> cells)
            throws IOException {
        if (cells.isEmpty()) {
            return;
        }
        out.writeObjectFieldStart(field);
        for (Map.Entry<String, ? extends Number> cell : cells.entrySet()) {
            out.writeNumberField(cell.getKey(), cell.getValue().longValue());
        }
        out.writeEndObject();
    }

    private static Map<String, @Nullable Object> values(JsonParser in) throws IOException {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            String column = in.currentName();
            in.nextToken();
            values.put(column, MAPPER.readValue(in, Object.class));
        }
        return values;
    }

    private static Map<String, Long> cells(JsonParser in) throws IOException {
        Map<String, Long> cells = new HashMap<>();
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            String column = in.currentName();
            in.nextToken();
            cells.put(column, in.getLongValue());
        }
        return cells;
    }

    private static Map<String, Integer> narrow(Map<String, Long> cells) {
        Map<String, Integer> narrow = new HashMap<>();
        cells.forEach((column, seconds) -> narrow.put(column, seconds.intValue()));
        return narrow;
    }
}
