package io.silverback.kong.deck;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverback.kong.Recorded;
import io.silverback.kong.Samples;
import io.silverback.kong.catalogue.KongVersion;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoaderSchemaTest {
    @ParameterizedTest
    @ValueSource(strings = {"1.29.1-with-id", "1.29.1", "1.64.0-with-id", "1.64.0"})
    void takesWhatDeckItselfWrote(String version) throws IOException {
        String file = Recorded.text("state/blue-deck-" + version + ".yaml");

        assertThat(LoaderSchema.refusals(file)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cassandra", "postgres"})
    void takesTheFileOfARealGatewaysEstate(String database) throws IOException {
        StateFiles files =
                StateFiles.of(Recorded.estate(database), KongVersion.parse("3.3.1"), Samples.NOW);

        assertThat(LoaderSchema.refusals(files.configuration())).isEmpty();
    }

    @Test
    void takesFilesOfNewerEntitiesWhoseUnknownFieldsStandInTheSupplement() throws IOException {
        var state =
                Samples.state(
                        Samples.entity("services", 1, "{name:'s',host:'h',future:{a:[1]}}"),
                        Samples.entity(
                                "routes",
                                2,
                                "{name:'r',sources:[{ip:'10.0.0.1',port:1}],service:"
                                        + Samples.ref(1)
                                        + "}"),
                        Samples.entity("rbac_roles", 3, "{name:'ops',is_default:false,newer:1}"));

        StateFiles files = StateFiles.of(state, KongVersion.parse("3.4.2"), Samples.NOW);

        assertThat(LoaderSchema.refusals(files.configuration())).isEmpty();
        assertThat(LoaderSchema.refusals(files.rbac())).isEmpty();
        assertThat(files.read()).isEqualTo(state);
    }

    @Test
    void refusesAFieldThatDeckDoesNotKnow() throws IOException {
        assertThat(
                        LoaderSchema.refusals(
                                "{_format_version: '3.0', services: [{name: s, future: 1}]}"))
                .singleElement()
                .asString()
                .contains("future");
    }
}
