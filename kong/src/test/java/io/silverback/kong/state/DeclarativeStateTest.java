package io.silverback.kong.state;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DeclarativeStateTest {

    @Test
    void ofTheWorkspacesThemselvesAPlanMovesOnlyItsOwn() {
        DeclarativeState estate =
                new DeclarativeState(
                        DeclarativeState.ESTATE,
                        List.of(
                                named("workspaces", "1", "payments"),
                                named("workspaces", "2", "catalog"),
                                named("licenses", "3", "catalog")));

        assertThat(estate.onlyWorkspaces(Set.of("payments")).entities())
                .extracting(Entity::id)
                .containsExactlyInAnyOrder("1", "3");
    }

    private static Entity named(String type, String id, String name) {
        return new Entity(type, id, JsonNodeFactory.instance.objectNode().put("name", name));
    }
}
