package io.silverback.kong.deck;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;

/** What decK's loader accepts, as a schema. */
final class LoaderSchema {
    private static final YAMLMapper YAML = new YAMLMapper();

    private LoaderSchema() {}

    /** What the loader would refuse, one sentence each. */
    static List<String> refusals(String file) throws IOException {
        try (InputStream in = LoaderSchema.class.getResourceAsStream("loader.schema.yaml")) {
            JsonSchema schema =
                    JsonSchemaFactory.getInstance(VersionFlag.V202012)
                            .getSchema(YAML.readTree(Objects.requireNonNull(in)));
            return schema.validate(YAML.readTree(file)).stream()
                    .map(ValidationMessage::getMessage)
                    .toList();
        }
    }
}
