package io.silverback.kong.diff;

import static io.silverback.kong.Samples.NOW;
import static io.silverback.kong.Samples.entity;
import static io.silverback.kong.Samples.id;
import static io.silverback.kong.Samples.state;
import static org.assertj.core.api.Assertions.assertThat;

import io.silverback.kong.catalogue.Edition;
import io.silverback.kong.catalogue.KongVersion;
import io.silverback.kong.state.Entity;
import java.util.List;
import org.junit.jupiter.api.Test;

class ObjectionsTest {
    private static final KongVersion VERSION = KongVersion.parse("3.0.2");

    @Test
    void namesWhatTheEditionOrVersionLacks() {
        assertThat(
                        objections(
                                entity("consumer_groups", 1, "{name:'gold'}"),
                                entity("consumer_groups", 2, "{name:'silver'}"),
                                entity("key_sets", 3, "{name:'set'}"),
                                entity("services", 4, "{name:'s',host:'h'}")))
                .containsExactlyInAnyOrder(
                        "The gateway has no consumer_groups in its edition and version: "
                                + "consumer_groups gold ("
                                + id(1)
                                + "), consumer_groups silver ("
                                + id(2)
                                + ")",
                        "The gateway has no key_sets in its edition and version: "
                                + "key_sets set ("
                                + id(3)
                                + ")");
    }

    @Test
    void namesTheFieldWithANulByte() {
        assertThat(
                        objections(
                                entity("services", 1, "{name:'s\\u0000t',host:'h'}"),
                                entity("plugins", 2, "{name:'acl',config:{allow:['a\\u0000']}}")))
                .containsExactlyInAnyOrder(
                        "services s?t (" + id(1) + "), field name: it holds a NUL byte",
                        "plugins acl (" + id(2) + "), field config.allow: it holds a NUL byte");
    }

    @Test
    void namesACertificateWithoutItsKey() {
        assertThat(objections(entity("certificates", 1, "{cert:'C'}")))
                .containsExactly("certificates " + id(1) + " has no key");
    }

    private static List<String> objections(Entity... entities) {
        Diff diff = Differ.diff(state(entities), state(), DiffPolicy.careful(), NOW);
        return Objections.to(diff, type -> type.availability().in(Edition.OSS, VERSION));
    }
}
