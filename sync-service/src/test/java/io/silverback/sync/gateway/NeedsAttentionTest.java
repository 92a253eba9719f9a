package io.silverback.sync.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.silverback.contracts.ConfigSynced.Attention;
import io.silverback.kong.apply.Holds;
import io.silverback.kong.catalogue.KongVersion;
import io.silverback.kong.diff.Diff;
import io.silverback.kong.diff.DiffPolicy;
import io.silverback.kong.diff.Differ;
import io.silverback.kong.state.DeclarativeState;
import io.silverback.kong.state.Entity;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class NeedsAttentionTest {

    private static final DeclarativeState EMPTY = DeclarativeState.empty("payments");
    private static final Entity SERVICE = entity("services", "s", fields().put("name", "pay"));
    private static final Entity PLUGIN = entity("plugins", "p", underTheService());

    @Test
    void namesServicesThatServeBeforeTheirPluginsAreThere() {
        assertThat(onVersion("2.6.0"))
                .singleElement()
                .satisfies(
                        one -> {
                            assertThat(one.entityType()).isEqualTo("services");
                            assertThat(one.names()).containsExactly(SERVICE.label());
                            assertThat(one.reason()).contains("its plugins follow");
                        });
        assertThat(onVersion("2.8.5")).isEmpty();
    }

    private static List<Attention> onVersion(String version) {
        Diff diff =
                Differ.diff(
                        new DeclarativeState("payments", List.of(SERVICE, PLUGIN)),
                        EMPTY,
                        DiffPolicy.careful(),
                        Instant.EPOCH);
        return NeedsAttention.of(diff, Holds.of(diff, EMPTY, KongVersion.parse(version)));
    }

    private static ObjectNode underTheService() {
        ObjectNode plugin = fields().put("name", "key-auth");
        plugin.putObject("service").put("id", "s");
        return plugin;
    }

    private static Entity entity(String type, String id, ObjectNode fields) {
        return new Entity(type, id, fields.put("id", id));
    }

    private static ObjectNode fields() {
        return JsonNodeFactory.instance.objectNode();
    }
}
