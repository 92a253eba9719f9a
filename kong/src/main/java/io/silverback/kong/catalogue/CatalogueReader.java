package io.silverback.kong.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.silverback.kong.catalogue.DeckSection.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the catalogue's table. */
final class CatalogueReader {
    private CatalogueReader() {}

    static Catalogue read(String resource) {
        try (InputStream in =
                Objects.requireNonNull(CatalogueReader.class.getResourceAsStream(resource))) {
            List<EntityType> types = new ArrayList<>();
            new YAMLMapper().readTree(in).forEach(row -> types.add(type(row)));
            return new Catalogue(types);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EntityType type(JsonNode row) {
        return new EntityType(
                row.path("type").asText(),
                word(Kind.class, row.path("kind"), Kind.CONFIGURATION),
                word(Scope.class, row.path("scope"), Scope.WORKSPACE),
                availability(row),
                row.path("match").asText().equals("name"),
                access(row),
                fields(row),
                hold(row.path("hold")),
                row.path("guards").asBoolean(false),
                deck(row.path("deck")));
    }

    private static Access access(JsonNode row) {
        String path = row.path("path").asText();
        return new Access(
                path,
                row.path("listed").asText(path),
                row.path("rows").asText("data"),
                row.path("member").asText(),
                !row.path("read").asText().equals("none"),
                word(Access.Write.class, row.path("write"), Access.Write.PUT));
    }

    private static Availability availability(JsonNode row) {
        return new Availability(
                word(Edition.class, row.path("edition"), Edition.OSS),
                version(row.path("since")),
                version(row.path("until")),
                row.path("proven").asBoolean(true));
    }

    private static @Nullable Hold hold(JsonNode node) {
        return node.isMissingNode()
                ? null
                : new Hold(
                        node.path("field").asText(),
                        KongVersion.parse(node.path("since").asText()));
    }

    private static FieldRules fields(JsonNode row) {
        ObjectNode defaults =
                row.path("defaults") instanceof ObjectNode given
                        ? given
                        : JsonNodeFactory.instance.objectNode();
        List<List<String>> unique = new ArrayList<>();
        row.path("unique").forEach(fields -> unique.add(texts(fields)));
        return new FieldRules(
                text(row.path("key")),
                references(row.path("references")),
                set(row.path("secrets")),
                map(row.path("hashed")),
                set(row.path("sets")),
                set(row.path("ignored")),
                set(row.path("dropped")),
                set(row.path("emptyMatters")),
                List.copyOf(unique),
                texts(row.path("required")),
                texts(row.path("identity")),
                defaults);
    }

    private static Map<String, Reference> references(JsonNode node) {
        Map<String, Reference> references = new LinkedHashMap<>();
        node.properties()
                .forEach(field -> references.put(field.getKey(), reference(field.getValue())));
        return references;
    }

    private static Reference reference(JsonNode node) {
        return node.isTextual()
                ? new Reference(node.asText(), Reference.Form.OBJECT)
                : new Reference(
                        node.path("type").asText(),
                        word(Reference.Form.class, node.path("form"), Reference.Form.OBJECT));
    }

    private static @Nullable DeckSection deck(JsonNode node) {
        return node.isMissingNode()
                ? null
                : new DeckSection(
                        node.path("section").asText(),
                        texts(node.path("under")),
                        set(node.path("fields")),
                        word(Part.class, node.path("part"), Part.CONFIGURATION));
    }

    private static <E extends Enum<E>> E word(Class<E> words, JsonNode node, E otherwise) {
        return node.isMissingNode()
                ? otherwise
                : Enum.valueOf(words, node.asText().toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static @Nullable KongVersion version(JsonNode node) {
        return node.isMissingNode() ? null : KongVersion.parse(node.asText());
    }

    private static @Nullable String text(JsonNode node) {
        return node.isMissingNode() ? null : node.asText();
    }

    private static List<String> texts(JsonNode node) {
        List<String> texts = new ArrayList<>();
        node.forEach(one -> texts.add(one.asText()));
        return List.copyOf(texts);
    }

    private static Set<String> set(JsonNode node) {
        return Set.copyOf(new LinkedHashSet<>(texts(node)));
    }

    private static Map<String, String> map(JsonNode node) {
        Map<String, String> map = new LinkedHashMap<>();
        node.properties().forEach(field -> map.put(field.getKey(), field.getValue().asText()));
        return map;
    }
}
