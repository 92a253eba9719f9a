package io.silverback.dump.migration;

import io.silverback.messaging.Order;
import java.util.List;

/** What an input makes of a plan: its next state and what is written with it. */
public record Change(Plan plan, List<Order> orders) {

    public Change {
        orders = List.copyOf(orders);
    }
}
