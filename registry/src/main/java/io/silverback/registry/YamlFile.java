package io.silverback.registry;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Reads a YAML file as a tree; a syntax error is told by line and column, without the text. */
final class YamlFile {

    private static final YAMLMapper YAML =
            YAMLMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private YamlFile() {}

    static JsonNode read(Path file) {
        try {
            return YAML.readTree(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            throw new RegistryException(file, "", "does not exist");
        } catch (AccessDeniedException e) {
            throw new RegistryException(file, "", "may not be read");
        } catch (JsonProcessingException e) {
            throw new RegistryException(file, "", "is no valid YAML" + where(e) + problem(e));
        } catch (IOException e) {
            throw new RegistryException(file, "", "can't be read");
        }
    }

    private static String where(JsonProcessingException e) {
        JsonLocation at = e.getLocation();
        return at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
    }

    /** The parser's own words without its snippet of the file, which may hold a secret. */
    private static String problem(JsonProcessingException e) {
        if (e.getCause() instanceof MarkedYAMLException marked) {
            return ": " + marked.getProblem();
        }
        return e.getOriginalMessage().startsWith("Duplicate field")
                ? ": " + e.getOriginalMessage().replace("Duplicate field", "duplicate field")
                : "";
    }
}
