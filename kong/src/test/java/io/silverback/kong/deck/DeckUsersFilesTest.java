package io.silverback.kong.deck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.silverback.kong.Samples;
import io.silverback.kong.catalogue.DeckSection.Part;
import io.silverback.kong.state.DeclarativeState;
import io.silverback.kong.state.Entity;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What people who use decK write into their files. */
class DeckUsersFilesTest {
    private static final String TAGGED =
            """
            _format_version: "3.0"
            _workspace: payments
            _info: {select_tags: [team-a]}
            services:
            - name: s
              host: h
              routes: [{name: r, tags: [public]}]
            """;

    private final DeckReader reader = DeckReader.of("team.yaml", Samples.NOW);

    @Test
    void givesEachEntityTheSelectTags() {
        DeclarativeState state = reader.read(TAGGED).state();

        assertThat(tags(state, "services")).isEqualTo("[\"team-a\"]");
        assertThat(tags(state, "routes")).isEqualTo("[\"public\",\"team-a\"]");
    }

    @Test
    void writesOnlyWhatCarriesTheSelectTagsAndSaysThemOnce() {
        DeclarativeState ours = reader.read(TAGGED).state();
        var both =
                Samples.state(
                        Samples.entity("services", 9, "{name:'theirs',host:'h',tags:['b']}"),
                        ours.entities("services").get(0),
                        ours.entities("routes").get(0));

        String written = write(both, List.of("team-a"));

        assertThat(written)
                .contains("select_tags:\n  - \"team-a\"")
                .doesNotContain("theirs")
                .containsOnlyOnce("team-a");
        assertThat(reader.read(written).state().entities())
                .containsExactlyElementsOf(ours.entities());
    }

    @Test
    void writesVariablesSoThatDeckCanReplaceThem() {
        String variables =
                """
                _format_version: "3.0"
                services:
                - name: s
                  host: ${{ env "DECK_HOST" }}
                  port: ${{ env "DECK_PORT" | toInt }}
                  path: '/it''s/${{ env "DECK_PATH" }}'
                """;

        String written = write(reader.read(variables).state(), List.of());

        assertThat(written)
                .contains("host: '${{ env \"DECK_HOST\" }}'")
                .contains("port: ${{ env \"DECK_PORT\" | toInt }}")
                .contains("path: '/it''s/${{ env \"DECK_PATH\" }}'");
        Entity service = resolved(written, "8080").entities("services").get(0);
        assertThat(service.fields().path("port").intValue()).isEqualTo(8080);
        assertThat(service.fields().path("host").asText()).isEqualTo("8080");
        assertThat(service.fields().path("path").asText()).isEqualTo("/it's/8080");
    }

    @Test
    void indentsAValueOfSeveralLines() {
        String file =
                """
                _format_version: "3.0"
                certificates:
                - key: k
                  cert: |-
                    ${{ env "DECK_CERT" | indent 4 }}
                """;

        Entity certificate = resolved(file, "one\ntwo").entities("certificates").get(0);

        assertThat(certificate.fields().path("cert").asText()).isEqualTo("one\ntwo");
    }

    @Test
    void keepsVaultReferences() {
        var state =
                Samples.state(
                        Samples.entity(
                                "certificates",
                                1,
                                "{cert:'{vault://env/cert}',key:'{vault://hcv/tls/key}'}"),
                        Samples.entity(
                                "plugins", 2, "{name:'p',config:{a:'{vault://env/a/b?ttl=5}'}}"));

        String written = write(state, List.of());

        assertThat(written).contains("\"{vault://env/cert}\"", "\"{vault://env/a/b?ttl=5}\"");
        assertThat(reader.read(written).state().entities())
                .containsExactlyElementsOf(state.entities());
    }

    @Test
    void takesSharedConfigurationsAndDefaults() {
        String file =
                """
                _format_version: "3.0"
                _info: {defaults: {service: {retries: 7, protocol: https}}}
                _plugin_configs: {strict: {minute: 5, policy: local}}
                services: [{name: s, host: h, protocol: http}]
                plugins: [{name: rate-limiting, _config: strict, config: {minute: 9}}]
                """;

        DeclarativeState state = reader.read(file).state();

        assertThat(state.entities("plugins").get(0).fields().path("config").toString())
                .isEqualTo("{\"minute\":9,\"policy\":\"local\"}");
        assertThat(state.entities("services").get(0).fields().path("retries").asInt()).isEqualTo(7);
        assertThat(state.entities("services").get(0).fields().path("protocol").asText())
                .isEqualTo("http");
        assertThatThrownBy(() -> reader.read(file.replace("_config: strict", "_config: lax")))
                .hasMessageContaining("plugins rate-limiting names _config 'lax'");
    }

    @Test
    void saysFileLineAndColumnOfASyntaxError() {
        assertThatThrownBy(
                        () ->
                                reader.read(
                                        "_format_version: '3.0'\nservices:\n  - name: a\n  bad\n"))
                .isInstanceOf(DeckException.class)
                .hasMessage(
                        "team.yaml: line 5, column 1: could not find expected ':', "
                                + "while scanning a simple key from line 4, column 3");
    }

    private DeclarativeState resolved(String file, String value) {
        return reader.resolving(new DeckEnvironment(name -> Optional.of(value))).read(file).state();
    }

    private static String write(DeclarativeState state, List<String> selectTags) {
        return DeckWriter.write(
                state, Part.CONFIGURATION, new DeckOptions("3.0", true, Samples.NOW, selectTags));
    }

    private static String tags(DeclarativeState state, String type) {
        return state.entities(type).get(0).fields().path("tags").toString();
    }
}
