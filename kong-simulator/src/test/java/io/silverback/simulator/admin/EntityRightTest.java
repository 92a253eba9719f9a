package io.silverback.simulator.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EntityRightTest {
    private static final EntityRight READS_ALL = new EntityRight("*", Set.of("read"), false);
    private static final EntityRight NOT_CART = new EntityRight("cart", Set.of("*"), true);
    private static final EntityRight SHOP = new EntityRight("shop", Set.of("*"), false);

    @Test
    void allowsNothingWithoutARight() {
        assertThat(EntityRight.allow(List.of(), "cart", "shop", "read")).isFalse();
        assertThat(EntityRight.allow(List.of(READS_ALL), "cart", "shop", "delete")).isFalse();
    }

    @Test
    void forbidsWhatOneRightForbids() {
        List<EntityRight> rights = List.of(READS_ALL, NOT_CART);
        assertThat(EntityRight.allow(rights, "till", "shop", "read")).isTrue();
        assertThat(EntityRight.allow(rights, "cart", "shop", "read")).isFalse();
    }

    @Test
    void letsTheRightToOneEntityOutweighThoseToAll() {
        EntityRight cart = new EntityRight("cart", Set.of("read"), false);
        EntityRight nothing = new EntityRight("*", Set.of("*"), true);
        assertThat(EntityRight.allow(List.of(nothing, cart), "cart", "shop", "read")).isTrue();
        assertThat(EntityRight.allow(List.of(nothing, cart), "cart", "shop", "delete")).isFalse();
        assertThat(EntityRight.allow(List.of(cart, nothing), "till", "shop", "read")).isFalse();
    }

    @Test
    void takesAWorkspaceForAllOfItsEntities() {
        assertThat(EntityRight.allow(List.of(SHOP), "cart", "shop", "delete")).isTrue();
        assertThat(EntityRight.allow(List.of(SHOP), "cart", "other", "delete")).isFalse();
    }
}
