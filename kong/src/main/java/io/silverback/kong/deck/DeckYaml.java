package io.silverback.kong.deck;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactoryBuilder;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** YAML as decK reads and writes it; every text is quoted, so that "0123" and yes stay texts. */
final class DeckYaml {
    private static final YAMLMapper MAPPER = mapper();

    private DeckYaml() {}

    static String write(ObjectNode document) {
        try {
            return MAPPER.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree of values can always be written as YAML", e);
        }
    }

    /** For a document that is written piece by piece. */
    static JsonGenerator generator(OutputStream out) throws IOException {
        return MAPPER.createGenerator(out);
    }

    static ObjectNode read(String file, String text) {
        try {
            JsonNode document = MAPPER.readTree(text);
            if (document instanceof ObjectNode object) {
                return object;
            }
            throw new DeckException(file, List.of("line 1, column 1: not a mapping"));
        } catch (JsonProcessingException e) {
            throw new DeckException(file, List.of(problem(e)));
        }
    }

    /** The parser knows better where the fault is than the reader of its events. */
    private static String problem(JsonProcessingException e) {
        if (e.getCause() instanceof MarkedYAMLException parser && parser.getProblemMark() != null) {
            return where(parser.getProblemMark()) + ": " + parser.getProblem() + context(parser);
        }
        JsonLocation at = e.getLocation() == null ? JsonLocation.NA : e.getLocation();
        return where(Math.max(1, at.getLineNr()), Math.max(1, at.getColumnNr()))
                + ": "
                + firstLine(e);
    }

    private static String context(MarkedYAMLException parser) {
        Mark from = parser.getContextMark();
        return from == null ? "" : ", " + parser.getContext() + " from " + where(from);
    }

    private static String where(Mark mark) {
        return where(mark.getLine() + 1, mark.getColumn() + 1);
    }

    private static String where(int line, int column) {
        return "line " + line + ", column " + column;
    }

    private static String firstLine(JsonProcessingException e) {
        return e.getOriginalMessage().lines().findFirst().orElse("not YAML");
    }

    private static YAMLMapper mapper() {
        LoaderOptions loader = new LoaderOptions();
        loader.setCodePointLimit(Integer.MAX_VALUE);
        YAMLFactoryBuilder settings =
                YAMLFactory.builder()
                        .loaderOptions(loader)
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                        .disable(YAMLGenerator.Feature.SPLIT_LINES)
                        .enable(YAMLGenerator.Feature.LITERAL_BLOCK_STYLE);
        return YAMLMapper.builder(new DeckYamlFactory(settings))
                .disable(SerializationFeature.FLUSH_AFTER_WRITE_VALUE)
                .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                .build();
    }
}
