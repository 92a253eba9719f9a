package io.silverback.sync.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.silverback.kong.apply.EntityResult;
import io.silverback.kong.apply.EntityResult.Outcome;
import io.silverback.kong.diff.Change;
import io.silverback.kong.state.Entity;
import java.util.List;
import org.junit.jupiter.api.Test;

class RefusalsTest {

    @Test
    void eachIsNamedWithKongsOwnReason() {
        Refusals refusals = new Refusals("payments", 7, List.of(refused("a"), refused("b")));
        assertThat(refusals.named())
                .extracting(Object::toString)
                .anyMatch(one -> one.contains("services a") && one.contains("400, no a"))
                .anyMatch(one -> one.contains("services b") && one.contains("400, no b"));
    }

    private static EntityResult refused(String name) {
        Entity entity =
                new Entity(
                        "services", name, JsonNodeFactory.instance.objectNode().put("name", name));
        return new EntityResult(new Change.Create(entity), Outcome.FAILED, "400, no " + name);
    }
}
