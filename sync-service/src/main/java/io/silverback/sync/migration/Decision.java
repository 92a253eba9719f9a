package io.silverback.sync.migration;

import io.silverback.messaging.Order;
import java.util.List;

/** What an input makes of one migration: its next state and what is written with it. */
public record Decision(Migration next, List<Order> orders) {

    public Decision {
        orders = List.copyOf(orders);
    }

    static Decision to(Migration next, Order... orders) {
        return new Decision(next, List.of(orders));
    }
}
