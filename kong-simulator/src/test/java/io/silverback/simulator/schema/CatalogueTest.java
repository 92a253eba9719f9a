package io.silverback.simulator.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueTest {
    private final Catalogue catalogue = Catalogue.of(true);

    @Test
    void namesEveryEntityAfterThoseItRefersTo() {
        List<String> order = catalogue.entities().stream().map(EntityType::name).toList();
        for (EntityType type : catalogue.entities()) {
            assertThat(type.foreignFields().map(Field::reference))
                    .allSatisfy(
                            parent ->
                                    assertThat(order.indexOf(parent))
                                            .isBetween(0, order.indexOf(type.name()) - 1));
        }
    }

    @Test
    void everyPluginsDefaultsAreValidButForWhatIsRequired() {
        for (PluginType plugin : catalogue.plugins().values()) {
            Document errors =
                    Validator.errors(
                            plugin.config(), Completion.complete(plugin.config(), new Document()));
            assertThat(errors.values())
                    .as(plugin.name())
                    .allMatch(error -> String.valueOf(error).contains("required field missing"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.8.5", "3.3.1", "3.4.2"})
    void readsEveryPluginOfAVersion(String version) {
        assertThat(Catalogue.of(version, true).plugins())
                .hasSizeGreaterThan(30)
                .allSatisfy((name, plugin) -> assertThat(plugin.name()).isEqualTo(name));
    }

    @Test
    void leavesEnterpriseOutOfTheOpenSourceEdition() {
        assertThat(Catalogue.of(false).find("consumer_groups")).isNull();
        assertThat(catalogue.find("consumer_groups")).isNotNull();
    }
}
