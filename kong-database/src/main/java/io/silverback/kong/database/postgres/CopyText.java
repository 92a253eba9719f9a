package io.silverback.kong.database.postgres;

import io.silverback.kong.database.row.Json;
import io.silverback.kong.database.row.TargetRow;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows in the text format of COPY. */
final class CopyText {

    private CopyText() {}

    /** Appends the row as one line. */
    static void append(StringBuilder line, TargetRow row) {
        @Nullable Object[] values = row.values();
        for (int i = 0; i < values.length; i++) {
            if (i > 0) {
                line.append('\t');
            }
            Object value = values[i];
            if (value == null) {
                line.append("\\N");
            } else {
                escape(line, text(value));
            }
        }
        line.append('\n');
    }

    static String text(Object value) {
        if (value instanceof Json json) {
            return json.text();
        }
        if (value instanceof List<?> list) {
            return array(list);
        }
        if (value instanceof byte[] bytes) {
            return "\\x" + HexFormat.of().formatHex(bytes);
        }
        return value.toString();
    }

    private static String array(List<?> list) {
        StringBuilder array = new StringBuilder("{");
        for (Object item : list) {
            if (array.length() > 1) {
                array.append(',');
            }
            array.append('"');
            String text = text(item);
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c == '"' || c == '\\') {
                    array.append('\\');
                }
                array.append(c);
            }
            array.append('"');
        }
        return array.append('}').toString();
    }

    private static void escape(StringBuilder line, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> line.append("\\\\");
                case '\n' -> line.append("\\n");
                case '\r' -> line.append("\\r");
                case '\t' -> line.append("\\t");
                default -> line.append(c);
            }
        }
    }
}
