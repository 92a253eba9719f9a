package io.silverback.simulator.tls;

import io.silverback.simulator.schema.Document;
import io.silverback.simulator.schema.Json;
import io.silverback.simulator.store.Database;
import io.silverback.simulator.store.Row;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Resolves references to the vault {@code env}, directly or by the prefix of a vault entity. */
public final class Vaults {
    private static final Pattern REFERENCE =
            Pattern.compile("\\{vault://([^/}]+)/([^/}]+)(?:/([^/}]+))?/?}");

    private final Database database;
    private final Map<String, String> environment;

    /** Vaults that read from an environment. */
    public Vaults(Database database, Map<String, String> environment) {
        this.database = database;
        this.environment = Map.copyOf(environment);
    }

    /** The text itself, or what it refers to; null when that is not there. */
    public @Nullable String resolved(@Nullable String text) {
        Matcher reference = REFERENCE.matcher(text == null ? "" : text);
        if (!reference.matches()) {
            return text;
        }
        String prefix = prefix(reference.group(1));
        String name = (prefix + reference.group(2)).toUpperCase(Locale.ROOT).replace('-', '_');
        String value = prefix == null ? null : environment.get(name);
        String member = reference.group(3);
        if (value == null || member == null) {
            return value;
        }
        Map<?, ?> json = Json.object(value.getBytes(StandardCharsets.UTF_8));
        return json == null || json.get(member) == null ? null : String.valueOf(json.get(member));
    }

    private @Nullable String prefix(String vault) {
        if (vault.equals("env")) {
            return "";
        }
        return database.tables("vaults")
                .map(table -> table.find("prefix", vault))
                .filter(row -> row != null)
                .findFirst()
                .map(Row::document)
                .map(Vaults::configured)
                .orElse(null);
    }

    private static String configured(Document vault) {
        String prefix = vault.document("config").text("prefix");
        return prefix == null ? "" : prefix;
    }
}
