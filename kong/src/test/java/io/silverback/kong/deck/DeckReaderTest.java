package io.silverback.kong.deck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.silverback.kong.Samples;
import io.silverback.kong.catalogue.DeckSection.Part;
import io.silverback.kong.catalogue.KongVersion;
import io.silverback.kong.state.DeclarativeState;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeckReaderTest {
    private final DeckReader reader = DeckReader.of("payments.yaml", Samples.NOW);

    @Test
    void saysWhereTheSyntaxIsWrong() {
        assertThatThrownBy(() -> reader.read("_format_version: \"3.0\"\nservices:\n- name: [a\n"))
                .isInstanceOf(DeckException.class)
                .hasMessageContaining("payments.yaml: line ")
                .hasMessageContaining("column ");
    }

    @Test
    void namesWhatPointsToNothing() {
        assertThatThrownBy(
                        () ->
                                reader.read(
                                        """
                                        _format_version: "3.0"
                                        plugins:
                                        - name: rate-limiting
                                          route: ghost
                                          service: nobody
                                        """))
                .hasMessageContaining(
                        "plugins rate-limiting names routes 'ghost' in its field route")
                .hasMessageContaining("services 'nobody'");
    }

    @Test
    void namesBothOfTwoWithOneUniqueKey() {
        assertThatThrownBy(
                        () ->
                                reader.read(
                                        """
                                        _format_version: "3.0"
                                        consumers:
                                        - username: ann
                                          keyauth_credentials: [{key: sesame, id: one}]
                                        - username: bob
                                          keyauth_credentials: [{key: sesame, id: two}]
                                        """))
                .hasMessageContaining(
                        "keyauth_credentials one and keyauth_credentials two share [key]")
                .hasMessageNotContaining("sesame");
    }

    @Test
    void refusesUnknownSectionsAndFormats() {
        assertThatThrownBy(() -> reader.read("_format_version: \"9\"\nwidgets: []\n"))
                .hasMessageContaining("_format_version is '9'")
                .hasMessageContaining("unknown section widgets");
    }

    @Test
    void resolvesVariablesOrLeavesThem() {
        String text =
                """
                _format_version: "3.0"
                services:
                - {name: a, host: '${{ env "DECK_HOST" }}', port: ${{ env "DECK_PORT" | toInt }} }
                """;
        DeckEnvironment variables =
                new DeckEnvironment(
                        name -> Optional.of(name.equals("DECK_PORT") ? "8080" : "orders.internal"));

        var service = reader.resolving(variables).read(text).state().entities("services").get(0);

        assertThat(service.fields().path("host").asText()).isEqualTo("orders.internal");
        assertThat(service.fields().path("port").asInt()).isEqualTo(8080);
        assertThatThrownBy(
                        () ->
                                reader.resolving(new DeckEnvironment(n -> Optional.empty()))
                                        .read(text))
                .hasMessageContaining("the variable DECK_HOST has no value");
        assertThat(
                        reader.read(
                                        "_format_version: '3.0'\nservices: [{name: a, host: '${{ env \"DECK_HOST\" }}'}]")
                                .state()
                                .entities()
                                .get(0)
                                .fields()
                                .path("host")
                                .asText())
                .isEqualTo("${{ env \"DECK_HOST\" }}");
    }

    @Test
    void givesTheSameNameTheSameIdEachTime() {
        String text = "_format_version: '3.0'\nservices: [{name: a, routes: [{name: r}]}]";

        DeclarativeState first = reader.read(text).state();

        assertThat(reader.read(text).state()).isEqualTo(first);
        assertThat(first.entities("routes").get(0).reference("service"))
                .contains(first.entities("services").get(0).id());
        assertThat(first.entities("services").get(0).idGiven()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0123",
                "yes",
                "no",
                "null",
                "~",
                "1e3",
                "2026-11-22",
                " blank ",
                "tab\there",
                "a: b",
                "# x",
                "line\nline\n",
                "trailing \n line",
                "\n",
                "quote\"'\\",
                "e🙂moji",
                "ünï",
                "{x}",
                "${{ env \"DECK_X\" }}",
                "",
                "0x1F",
                "1_000",
                "\u2028",
                "\u0085x",
                "- a"
            })
    void keepsOddTexts(String odd) {
        var state =
                Samples.state(
                        Samples.entity("consumers", 1, "{}")
                                .with(
                                        Samples.json("{}")
                                                .put("id", Samples.id(1))
                                                .put("username", "u")
                                                .put("custom_id", odd)));

        StateFiles files = StateFiles.of(state, KongVersion.parse("3.3.1"), Samples.NOW);

        assertThat(reader.read(files.configuration()).state()).isEqualTo(state);
    }

    @Test
    void writesTheFormatOfTheGatewaysVersion() {
        var options = DeckOptions.complete(KongVersion.parse("2.8.5"), Samples.NOW);
        String text = DeckWriter.write(DeclarativeState.empty("shop"), Part.CONFIGURATION, options);
        assertThat(text).contains("_format_version: \"1.1\"").contains("_workspace: \"shop\"");
    }

    @Test
    void completesTheFileByItsSupplement() {
        var state =
                Samples.state(
                        Samples.entity(
                                "certificates",
                                1,
                                "{cert:'C',key:'K',cert_alt:'C2',key_alt:'K2',created_at:5}"),
                        Samples.entity(
                                "snis", 2, "{name:'a.example',certificate:" + Samples.ref(1) + "}"),
                        Samples.entity("consumers", 3, "{username:'ann',created_at:7}"),
                        Samples.entity(
                                "keyauth_credentials",
                                4,
                                "{key:'sesame',ttl:60,created_at:9,consumer:"
                                        + Samples.ref(3)
                                        + "}"),
                        Samples.entity(
                                "services", 5, "{name:'s',host:'h',retries:null,future:{a:[1]}}"));

        StateFiles files = StateFiles.of(state, KongVersion.parse("3.3.1"), Samples.NOW);

        assertThat(files.read().entities()).containsExactlyElementsOf(state.entities());
        assertThat(files.configuration()).doesNotContain("cert_alt").contains("ttl: 60");
        assertThat(files.toString()).doesNotContain("sesame");
    }
}
