package io.silverback.edge.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Reads defaults, then the file, then the flags; the later wins, an unknown key is refused. */
public final class SettingsReader {

    private static final List<String> FILES =
            List.of(
                    "/admin/token/file",
                    "/proxy/tls/certificate",
                    "/proxy/tls/key",
                    "/blue/ca",
                    "/green/ca");

    private static final ObjectMapper YAML =
            YAMLMapper.builder()
                    .addModule(
                            new SimpleModule().addDeserializer(Duration.class, new DurationText()))
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .build();

    private SettingsReader() {}

    /**
     * The settings of {@code arguments}.
     *
     * @throws SettingsRefused with one sentence that names the key or flag at fault
     */
    public static Settings read(String... arguments) {
        CommandLine commandLine = new CommandLine(arguments);
        ObjectNode keys = defaults();
        commandLine.config().ifPresent(file -> overlay(keys, fromFile(file)));
        overlay(keys, commandLine.keys());
        return settingsOf(keys);
    }

    private static Settings settingsOf(ObjectNode keys) {
        try {
            return YAML.treeToValue(keys, Settings.class);
        } catch (JsonMappingException e) {
            throw new SettingsRefused(pathOf(e) + reasonOf(e), e);
        } catch (JsonProcessingException e) {
            throw new SettingsRefused(e.getOriginalMessage(), e);
        }
    }

    private static String pathOf(JsonMappingException fault) {
        return fault.getPath().stream()
                        .map(
                                step ->
                                        step.getFieldName() == null
                                                ? "[" + step.getIndex() + "]"
                                                : step.getFieldName())
                        .collect(Collectors.joining("."))
                + ": ";
    }

    private static String reasonOf(JsonMappingException fault) {
        if (fault instanceof MismatchedInputException
                && fault.getOriginalMessage().startsWith("Missing required creator property")) {
            return "must be given";
        }
        return fault.getCause() instanceof IllegalArgumentException
                ? String.valueOf(fault.getCause().getMessage())
                : fault.getOriginalMessage();
    }

    private static ObjectNode defaults() {
        try (InputStream stream =
                Objects.requireNonNull(SettingsReader.class.getResourceAsStream("defaults.yaml"))) {
            return (ObjectNode) YAML.readTree(stream);
        } catch (IOException e) {
            throw new SettingsRefused("the defaults can't be read", e);
        }
    }

    private static JsonNode fromFile(Path file) {
        try {
            JsonNode tree = YAML.readTree(Files.readString(file));
            FILES.forEach(pointer -> resolve(tree, pointer, file.toAbsolutePath()));
            return tree;
        } catch (JsonProcessingException e) {
            throw new SettingsRefused(file + " is no YAML: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new SettingsRefused("the configuration " + file + " can't be read", e);
        }
    }

    private static void resolve(JsonNode tree, String pointer, Path file) {
        int slash = pointer.lastIndexOf('/');
        if (tree.at(pointer).isTextual()
                && tree.at(pointer.substring(0, slash)) instanceof ObjectNode parent) {
            Path named = Path.of(tree.at(pointer).asText());
            parent.put(pointer.substring(slash + 1), file.resolveSibling(named).toString());
        }
    }

    private static void overlay(ObjectNode under, JsonNode over) {
        over.properties()
                .forEach(
                        property -> {
                            JsonNode below = under.get(property.getKey());
                            if (below instanceof ObjectNode object
                                    && property.getValue().isObject()) {
                                overlay(object, property.getValue());
                            } else if (!property.getValue().isNull()) {
                                under.set(property.getKey(), property.getValue());
                            }
                        });
    }
}
