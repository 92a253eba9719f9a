package io.silverback.console.plan;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.Optional;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** The plan file as a tree; a syntax error is told by line and column. */
final class PlanDocument {

    private static final YAMLMapper YAML =
            YAMLMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .build();

    private PlanDocument() {}

    static Optional<Fields> read(String yaml, Findings findings) {
        try {
            JsonNode root = YAML.readTree(yaml);
            if (root != null && root.isObject()) {
                return Optional.of(new Fields("", root, findings));
            }
            findings.error("", "must be an object with named fields");
        } catch (JsonProcessingException e) {
            findings.error("", "is no valid YAML" + where(e) + problem(e));
        }
        return Optional.empty();
    }

    private static String where(JsonProcessingException e) {
        JsonLocation at = e.getLocation();
        return at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
    }

    private static String problem(JsonProcessingException e) {
        if (e.getCause() instanceof MarkedYAMLException marked) {
            return ": " + marked.getProblem();
        }
        return e.getOriginalMessage().startsWith("Duplicate field")
                ? ": " + e.getOriginalMessage().replace("Duplicate field", "duplicate field")
                : "";
    }
}
