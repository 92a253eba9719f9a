package io.silverback.kong.database.cassandra;

import com.datastax.oss.driver.api.core.data.TupleValue;
import com.datastax.oss.driver.api.core.data.UdtValue;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The driver's values as those of a row: strings, numbers, booleans, lists, maps. */
final class CellValues {

    private CellValues() {}

    static @Nullable Object plain(@Nullable Object value) {
        if (value == null || value instanceof Number || value instanceof Boolean) {
            return value;
        }
        if (value instanceof Collection<?> items) {
            return list(items);
        }
        if (value instanceof Map<?, ?> map) {
            return map(map);
        }
        if (value instanceof ByteBuffer bytes) {
            return Base64.getEncoder().encodeToString(bytes(bytes));
        }
        return value instanceof InetAddress address ? address.getHostAddress() : composed(value);
    }

    private static Object composed(Object value) {
        if (value instanceof UdtValue own) {
            Map<String, @Nullable Object> fields = new LinkedHashMap<>();
            for (int i = 0; i < own.size(); i++) {
                fields.put(
                        own.getType().getFieldNames().get(i).asInternal(), plain(own.getObject(i)));
            }
            return fields;
        }
        if (value instanceof TupleValue tuple) {
            List<@Nullable Object> items = new ArrayList<>();
            for (int i = 0; i < tuple.size(); i++) {
                items.add(plain(tuple.getObject(i)));
            }
            return items;
        }
        return value.toString();
    }

    private static List<@Nullable Object> list(Collection<?> items) {
        List<@Nullable Object> list = new ArrayList<>(items.size());
        items.forEach(item -> list.add(plain(item)));
        return list;
    }

    private static Map<String, @Nullable Object> map(Map<?, ?> source) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        source.forEach((key, value) -> map.put(String.valueOf(plain(key)), plain(value)));
        return map;
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }
}
