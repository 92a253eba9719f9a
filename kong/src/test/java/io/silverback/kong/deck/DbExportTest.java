package io.silverback.kong.deck;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.silverback.kong.Recorded;
import io.silverback.kong.Samples;
import io.silverback.kong.catalogue.KongVersion;
import io.silverback.kong.state.DeclarativeState;
import io.silverback.kong.state.Entity;
import io.silverback.kong.state.Intake;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that {@code kong config db_export} wrote. */
class DbExportTest {
    private static final KongVersion VERSION = KongVersion.parse("3.3.1");

    @ParameterizedTest
    @ValueSource(strings = {"cassandra", "postgres"})
    void saysWhatTheAdminApiSaysLessWhatItsWriterLost(String database) throws IOException {
        DeclarativeState listed = Recorded.estate(database);

        DeclarativeState exported = read(database).state();

        assertThat(differences(listed, exported)).isEmpty();
        assertThat(differences(exported, listed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cassandra", "postgres"})
    void isTheSameAfterItWasWrittenAgain(String database) throws IOException {
        DeclarativeState state = read(database).state();

        assertThat(StateFiles.of(state, VERSION, Samples.NOW).read()).isEqualTo(state);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cassandra", "postgres"})
    void countsTokensAndWhatBelongsToTheInstallation(String database) throws IOException {
        assertThat(read(database).leftOut())
                .containsEntry("parameters", 1)
                .containsEntry("oauth2_tokens", 9);
    }

    private static DeckFile read(String database) throws IOException {
        String name = "declarative/db_export-" + database + ".yml";
        return DeckReader.of(name, Samples.NOW).read(Recorded.text(name));
    }

    /** The end of a credential is lost by the export. */
    private static List<String> differences(DeclarativeState first, DeclarativeState second) {
        List<String> found = new ArrayList<>();
        for (Entity entity : first.entities()) {
            Optional<Entity> other = second.find(entity.type(), entity.id());
            for (Map.Entry<String, JsonNode> field : entity.fields().properties()) {
                String name = field.getKey();
                String mine = comparable(field.getValue());
                String others = other.map(o -> comparable(o.fields().path(name))).orElse("");
                if (!name.equals(Intake.EXPIRES_AT) && !mine.equals(others)) {
                    found.add(entity + " " + name + ": " + mine + " / " + others);
                }
            }
        }
        return found;
    }

    /** The export has no empty mapping; its texts of removed keys end in a new line. */
    private static String comparable(JsonNode value) {
        if (value.isObject()) {
            Map<String, String> sorted = new TreeMap<>();
            value.properties().forEach(f -> sorted.put(f.getKey(), comparable(f.getValue())));
            return sorted.isEmpty() ? "[]" : sorted.toString();
        }
        if (value.isArray()) {
            return value.valueStream().map(DbExportTest::comparable).toList().toString();
        }
        return value.asText().strip();
    }
}
