package io.silverback.simulator.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PermissionTest {
    private static final Permission READ_ALL = new Permission("*", "*", Set.of("read"), false);

    @Test
    void allowsNothingWithoutAPermission() {
        assertThat(Permission.allow(List.of(), "default", "/services", "read")).isFalse();
        assertThat(Permission.allow(List.of(READ_ALL), "default", "/services", "create")).isFalse();
    }

    @Test
    void letsTheMoreSpecificDecide() {
        Permission noPlugins = new Permission("default", "/services/*/plugins", Set.of("*"), true);
        List<Permission> both = List.of(READ_ALL, noPlugins);

        assertThat(Permission.allow(both, "default", "/services/a/plugins", "read")).isFalse();
        assertThat(Permission.allow(both, "default", "/services/a", "read")).isTrue();
        assertThat(Permission.allow(both, "orders", "/services/a/plugins", "read")).isTrue();
    }
}
