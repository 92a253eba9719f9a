package io.silverback.kong.deck;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.silverback.kong.spill.Line;
import io.silverback.kong.spill.Lines;
import io.silverback.kong.spill.Spool;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** Writes a file from its elements in the order of their places, holding one of them at a time. */
final class DeckDocument {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int STEP = 3;

    private final JsonGenerator yaml;
    private final Deque<String> sections = new ArrayDeque<>();

    private DeckDocument(JsonGenerator yaml) {
        this.yaml = yaml;
    }

    static void write(OutputStream out, String workspace, DeckOptions options, Spool elements)
            throws IOException {
        try (JsonGenerator yaml = DeckYaml.generator(out);
                Lines lines = elements.read()) {
            DeckDocument document = new DeckDocument(yaml);
            document.head(workspace, options);
            for (Line line = lines.readNext(); line != null; line = lines.readNext()) {
                document.element(line.key(), JSON.readValue(line.value(), ObjectNode.class));
            }
            document.closeBelow(0);
            yaml.writeEndObject();
        }
    }

    private void head(String workspace, DeckOptions options) throws IOException {
        yaml.writeStartObject();
        yaml.writeStringField("_format_version", options.format());
        if (!options.selectTags().isEmpty()) {
            yaml.writeObjectFieldStart("_info");
            yaml.writeArrayFieldStart("select_tags");
            for (String tag : options.selectTags()) {
                yaml.writeString(tag);
            }
            yaml.writeEndArray();
            yaml.writeEndObject();
        }
        yaml.writeStringField("_workspace", workspace);
    }

    private void element(List<String> place, ObjectNode fields) throws IOException {
        int depth = place.size() / STEP;
        String section = place.get(place.size() - STEP);
        closeBelow(depth);
        if (sections.size() == depth && section.equals(sections.peek())) {
            yaml.writeEndObject();
        } else {
            closeBelow(depth - 1);
            sections.push(section);
            yaml.writeArrayFieldStart(section);
        }
        yaml.writeStartObject();
        for (Map.Entry<String, JsonNode> field : fields.properties()) {
            yaml.writeFieldName(field.getKey());
            yaml.writeTree(field.getValue());
        }
    }

    private void closeBelow(int depth) throws IOException {
        while (sections.size() > depth) {
            yaml.writeEndObject();
            yaml.writeEndArray();
            sections.pop();
        }
    }
}
