package io.silverback.kong.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CatalogueTest {
    private final Catalogue catalogue = Catalogue.kong();

    @Test
    void putsEachTypeAfterThoseItRefersTo() {
        for (EntityType type : catalogue.types()) {
            for (Reference reference : type.fields().references().values()) {
                assertThat(catalogue.order(reference.type()))
                        .isLessThan(catalogue.order(type.name()));
                assertThat(catalogue.level(reference.type()))
                        .isLessThan(catalogue.level(type.name()));
            }
        }
    }

    @Test
    void hasOnlyUnderReferencesThatExist() {
        for (EntityType type : catalogue.types()) {
            DeckSection deck = type.deck();
            if (deck != null) {
                assertThat(type.fields().references().keySet()).containsAll(deck.under());
            }
        }
    }

    @Test
    void knowsWhatAnOpenSourceGatewayOfItsVersionHas() {
        assertThat(names(Edition.OSS, "2.8.5"))
                .contains("services", "targets")
                .doesNotContain("keys", "vaults", "rbac_roles");
        assertThat(names(Edition.OSS, "3.3.1"))
                .contains("keys", "vaults")
                .doesNotContain("filter_chains", "consumer_groups");
        assertThat(names(Edition.ENTERPRISE, "3.4.1.0-enterprise-edition"))
                .contains("consumer_groups", "rbac_roles");
    }

    @Test
    void knowsPathsBelowParents() {
        Access access = catalogue.type("targets").access();
        assertThat(access.below("a b/c")).isEqualTo("/upstreams/a%20b%2Fc/targets");
        assertThat(access.listedAs("/upstreams/{upstreams}/targets")).isTrue();
        assertThat(access.parentField()).contains("upstream");
    }

    @Test
    void knowsWhichHashesAreConditional() {
        FieldRules rules = catalogue.type("oauth2_credentials").fields();
        var plain = com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode();
        assertThat(rules.isHashed("client_secret", plain)).isFalse();
        assertThat(rules.isHashed("client_secret", plain.put("hash_secret", true))).isTrue();
    }

    private List<String> names(Edition edition, String version) {
        return catalogue
                .types(Scope.WORKSPACE, Kind.CONFIGURATION, edition, KongVersion.parse(version))
                .stream()
                .map(EntityType::name)
                .toList();
    }
}
