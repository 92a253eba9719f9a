package io.silverback.simulator.store.postgres;

import io.silverback.simulator.schema.Document;
import io.silverback.simulator.store.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What Kong writes into the columns {@code cache_key}: table, up to five values, workspace; a key's
 * has neither empty places nor a workspace.
 */
final class CacheKeys {
    private static final int PLACES = 5;
    private static final Map<String, List<String>> FIELDS =
            Map.of(
                    "plugins", List.of("name", "route", "service", "consumer"),
                    "acls", List.of("consumer", "group"),
                    "targets", List.of("upstream", "target"));

    private CacheKeys() {}

    static String of(String table, Row row) {
        Document document = row.document();
        if (table.equals("keys")) {
            return "keys:" + part(document, "kid") + ":" + part(document, "set");
        }
        List<String> parts = new ArrayList<>();
        parts.add(table);
        FIELDS.getOrDefault(table, List.of("id"))
                .forEach(field -> parts.add(part(document, field)));
        while (parts.size() <= PLACES) {
            parts.add("");
        }
        parts.add(row.workspace());
        return String.join(":", parts);
    }

    private static String part(Document document, String field) {
        String reference = document.reference(field);
        Object value = reference == null ? document.get(field) : reference;
        return value == null ? "" : String.valueOf(value);
    }
}
