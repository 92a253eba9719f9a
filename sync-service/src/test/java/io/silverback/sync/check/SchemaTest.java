package io.silverback.sync.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.silverback.kong.catalogue.Catalogue;
import io.silverback.kong.catalogue.FieldRules;
import org.junit.jupiter.api.Test;

class SchemaTest {

    private static final FieldRules SNIS = Catalogue.kong().type("snis").fields();

    @Test
    void agreesWithTheFieldsThatWeRelyOn() throws Exception {
        assertThat(differences("certificates")).isEmpty();
    }

    @Test
    void namesAFieldThatIsNotThere() throws Exception {
        Schema schema = schema("{\"fields\":[{\"certificate\":{}}]}");

        assertThat(schema.differences(SNIS)).containsExactly("its schema has no field name");
    }

    @Test
    void doesWithoutAFieldThatOtherVersionsHave() throws Exception {
        Schema schema = schema("{\"fields\":[{\"name\":{}}]}");

        assertThat(schema.differences(SNIS)).isEmpty();
        assertThat(schema.unseen(SNIS)).containsExactly("certificate");
    }

    @Test
    void namesAReferenceToSomethingElse() throws Exception {
        assertThat(differences("services"))
                .containsExactly("its certificate refers to services, not to certificates");
    }

    @Test
    void namesAnotherDefault() throws Exception {
        FieldRules users = Catalogue.kong().type("rbac_users").fields();
        Schema schema =
                schema(
                        """
                        {"fields":[{"name":{}},{"user_token":{}},{"enabled":{"default":false}}]}
                        """);

        assertThat(schema.differences(users))
                .containsExactly("the default of its enabled is false, not true");
    }

    private static Iterable<String> differences(String referred) throws Exception {
        return schema(
                        """
                        {"fields":[{"name":{}},{"certificate":{"type":"foreign","reference":"%s"}}]}
                        """
                                .formatted(referred))
                .differences(SNIS);
    }

    private static Schema schema(String json) throws Exception {
        return new Schema(new ObjectMapper().readTree(json));
    }
}
