package io.silverback.cli.screen;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** How values of an answer are told. */
public final class Words {

    private Words() {}

    /** A field as text; empty when it is absent or null. */
    public static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isNull() ? "" : value.asText("");
    }

    /** {@code 1 migration}, {@code 2 migrations}. */
    public static String count(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    /** Weights and rates without needless zeros: {@code 10 %}, {@code 0.5 %}. */
    public static String percent(JsonNode node) {
        return plain(node.decimalValue()) + " %";
    }

    /** A rate from 0 to 1 as per cent with one digit. */
    public static String rate(JsonNode node) {
        return String.format(Locale.ROOT, "%.1f %%", node.asDouble() * 100);
    }

    /** {@code 380 ms}, {@code 1.4 s}, {@code 5 min}. */
    public static String millis(long millis) {
        if (millis < 1_000) {
            return millis + " ms";
        }
        return millis < 120_000
                ? String.format(Locale.ROOT, "%.1f s", millis / 1_000.0)
                : millis / 60_000 + " min";
    }

    /** The elements of an array as a list. */
    public static List<JsonNode> each(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    /** The texts of an array, separated by commas. */
    public static String joined(JsonNode array) {
        return each(array).stream().map(JsonNode::asText).collect(Collectors.joining(", "));
    }

    private static String plain(BigDecimal number) {
        return number.setScale(2, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
    }
}
