package io.silverback.kong.deck;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.silverback.kong.Leaves;
import io.silverback.kong.Recorded;
import io.silverback.kong.Samples;
import io.silverback.kong.catalogue.DeckSection.Part;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordedFilesTest {
    @ParameterizedTest
    @ValueSource(strings = {"1.29.1-with-id", "1.29.1", "1.64.0-with-id", "1.64.0"})
    void writesWhatDeckWroteWithTheSameMeaning(String version) throws IOException {
        String text = Recorded.text("state/blue-deck-" + version + ".yaml");
        DeckFile file = DeckReader.of(version, Samples.NOW).read(text);

        String written =
                DeckWriter.write(
                        file.state(),
                        Part.CONFIGURATION,
                        new DeckOptions(
                                "3.0", version.endsWith("with-id"), Samples.NOW, List.of()));

        assertThat(Leaves.onlyInFirst(comparable(written), comparable(text))).isEmpty();
        assertThat(Leaves.onlyInFirst(comparable(text), comparable(written))).isEmpty();
    }

    @Test
    void readsTheWholeEstate() throws IOException {
        String text = Recorded.text("state/blue-deck-1.64.0-with-id.yaml");

        var counts = DeckReader.of("file", Samples.NOW).read(text).state().counts();

        assertThat(counts)
                .containsEntry("services", 30)
                .containsEntry("routes", 104)
                .containsEntry("plugins", 68)
                .containsEntry("consumers", 80)
                .containsEntry("targets", 33)
                .containsEntry("snis", 8)
                .containsEntry("keys", 4);
    }

    @Test
    void bringsARealGatewaysEstateThroughFilesUnchanged() throws IOException {
        for (String database : List.of("cassandra", "postgres")) {
            var state = Recorded.estate(database);
            var version = io.silverback.kong.catalogue.KongVersion.parse("3.3.1");

            StateFiles files = StateFiles.of(state, version, Samples.NOW);

            assertThat(files.read().entities()).containsExactlyElementsOf(state.entities());
            assertThat(files.read().fingerprint()).isEqualTo(state.fingerprint());
        }
    }

    private static JsonNode comparable(String yaml) throws IOException {
        ObjectNode document = (ObjectNode) new YAMLMapper().readTree(yaml);
        document.remove("_workspace");
        for (JsonNode key : document.path("keys")) {
            if (key.path("set") instanceof ObjectNode set) {
                set.remove(List.of("tags", "id"));
            }
        }
        return document;
    }
}
