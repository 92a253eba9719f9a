package io.silverback.simulator.schema;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON in and out. */
public final class Json {
    private static final ObjectMapper MAPPER =
            new ObjectMapper(new JsonFactory())
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private Json() {}

    /** The value as JSON. */
    public static byte[] bytes(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Not to be written as JSON", e);
        }
    }

    /** Reads any JSON value; whole numbers are whole however they are written. */
    public static @Nullable Object read(byte[] bytes) throws IOException {
        return whole(MAPPER.readValue(bytes, Object.class));
    }

    /** Reads JSON that is an object, or null when it is none. */
    public static @Nullable Map<?, ?> object(byte[] bytes) {
        try {
            return read(bytes) instanceof Map<?, ?> map ? map : null;
        } catch (IOException e) {
            return null;
        }
    }

    /** As Kong's parser does: 5.0 is 5. */
    private static @Nullable Object whole(@Nullable Object value) {
        if (value instanceof Double number
                && number == Math.rint(number)
                && Math.abs(number) < 1e15) {
            return number.longValue();
        }
        if (value instanceof Map<?, ?> map) {
            @SuppressWarnings("unchecked")
            Map<Object, @Nullable Object> members = (Map<Object, @Nullable Object>) map;
            members.replaceAll((name, member) -> whole(member));
        }
        if (value instanceof List<?> list) {
            @SuppressWarnings("unchecked")
            List<@Nullable Object> elements = (List<@Nullable Object>) list;
            elements.replaceAll(Json::whole);
        }
        return value;
    }

    /** Bytes as UTF-8. */
    public static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
