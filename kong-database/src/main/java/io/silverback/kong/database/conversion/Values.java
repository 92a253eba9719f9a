package io.silverback.kong.database.conversion;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.silverback.kong.database.conversion.ValueProblem.Kind;
import io.silverback.kong.database.row.Json;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/** The conversions of single values. */
final class Values {

    private static final JsonFactory JSON = new JsonFactory();
    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    private static final String ESCAPED_NUL = "\\u0000";

    private Values() {}

    static Object text(Object value) throws UnconvertibleException {
        String text = value.toString();
        if (text.indexOf('\0') >= 0) {
            throw new UnconvertibleException(Kind.NUL_BYTE);
        }
        return text;
    }

    static Object uuid(Object value) throws UnconvertibleException {
        try {
            return UUID.fromString(value.toString()).toString();
        } catch (IllegalArgumentException e) {
            throw new UnconvertibleException(Kind.MALFORMED);
        }
    }

    static Object bool(Object value) throws UnconvertibleException {
        if (value instanceof Boolean) {
            return value;
        }
        throw new UnconvertibleException(Kind.MALFORMED);
    }

    static Object instant(Object value) throws UnconvertibleException {
        try {
            return Instant.parse(value.toString());
        } catch (DateTimeParseException e) {
            throw new UnconvertibleException(Kind.MALFORMED);
        }
    }

    static Object blob(Object value) throws UnconvertibleException {
        try {
            return Base64.getDecoder().decode(value.toString());
        } catch (IllegalArgumentException e) {
            throw new UnconvertibleException(Kind.MALFORMED);
        }
    }

    static Object decimal(Object value) throws UnconvertibleException {
        try {
            return new BigDecimal(value.toString());
        } catch (NumberFormatException e) {
            throw new UnconvertibleException(Kind.MALFORMED);
        }
    }

    static Object floating(Object value) throws UnconvertibleException {
        return ((BigDecimal) decimal(value)).doubleValue();
    }

    /** Whole numbers between {@code -max - 1} and {@code max}. */
    static ValueConversion integer(long max) {
        BigInteger high = BigInteger.valueOf(max);
        BigInteger low = high.negate().subtract(BigInteger.ONE);
        return value -> {
            BigInteger number = whole(value);
            if (number.compareTo(low) < 0 || number.compareTo(high) > 0) {
                throw new UnconvertibleException(Kind.OUT_OF_RANGE);
            }
            return number.longValue();
        };
    }

    /** JSON kept as text; PostgreSQL takes no NUL in it, not even an escaped one. */
    static Object json(Object value) throws UnconvertibleException {
        String text = value.toString();
        if (text.indexOf('\0') >= 0) {
            throw new UnconvertibleException(Kind.NUL_BYTE);
        }
        boolean mayHoldNul = text.contains(ESCAPED_NUL);
        try (JsonParser parser = JSON.createParser(text)) {
            if (parser.nextToken() == null) {
                throw new UnconvertibleException(Kind.NOT_JSON);
            }
            readDocument(parser, mayHoldNul);
            if (parser.nextToken() != null) {
                throw new UnconvertibleException(Kind.NOT_JSON);
            }
        } catch (IOException e) {
            throw new UnconvertibleException(Kind.NOT_JSON);
        }
        return new Json(text);
    }

    /** A collection as one JSON document. */
    static Object jsonOf(Object value) throws UnconvertibleException {
        try {
            return json(MAPPER.writeValueAsString(value));
        } catch (JsonProcessingException e) {
            throw new UnconvertibleException(Kind.MALFORMED);
        }
    }

    static ValueConversion list(ValueConversion element) {
        return value -> {
            if (!(value instanceof List<?> source)) {
                throw new UnconvertibleException(Kind.MALFORMED);
            }
            List<Object> target = new ArrayList<>(source.size());
            for (Object item : source) {
                target.add(element.convert(item));
            }
            return target;
        };
    }

    private static void readDocument(JsonParser parser, boolean mayHoldNul)
            throws IOException, UnconvertibleException {
        int depth = 0;
        do {
            depth += parser.currentToken().isStructStart() ? 1 : 0;
            depth -= parser.currentToken().isStructEnd() ? 1 : 0;
            if (mayHoldNul && holdsNul(parser)) {
                throw new UnconvertibleException(Kind.NUL_BYTE);
            }
        } while (depth > 0 && parser.nextToken() != null);
        if (depth > 0) {
            throw new UnconvertibleException(Kind.NOT_JSON);
        }
    }

    private static boolean holdsNul(JsonParser parser) throws IOException {
        return parser.currentToken().isScalarValue()
                ? parser.getText().indexOf('\0') >= 0
                : parser.currentName() != null && parser.currentName().indexOf('\0') >= 0;
    }

    private static BigInteger whole(Object value) throws UnconvertibleException {
        try {
            return new BigDecimal(value.toString()).toBigIntegerExact();
        } catch (ArithmeticException | NumberFormatException e) {
            throw new UnconvertibleException(Kind.MALFORMED);
        }
    }
}
