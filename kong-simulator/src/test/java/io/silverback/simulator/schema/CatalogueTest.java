package io.silverback.simulator.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

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

    @Test
    void leavesEnterpriseOutOfTheOpenSourceEdition() {
        assertThat(Catalogue.of(false).find("consumer_groups")).isNull();
        assertThat(catalogue.find("consumer_groups")).isNotNull();
    }
}
