package io.silverback.simulator.conformance;

import io.silverback.simulator.store.CassandraOrder;
import io.silverback.simulator.store.Manners;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The orders in which a gateway lists entities: by id (on Cassandra some by the id's token), or the
 * newest first. Ids that were generated make another sequence of it, but not another order.
 */
final class ListOrder {
    private final List<Comparator<Map<?, ?>>> orders;

    /** The orders of a recorded gateway; none where its entities have got other ids. */
    ListOrder(Recording recording) {
        Comparator<Map<?, ?>> byId = Comparator.comparing(entity -> text(entity, "id"));
        Comparator<Map<?, ?>> byAge = Comparator.comparingDouble(ListOrder::created);
        Comparator<Map<?, ?>> newest = byAge.thenComparing(byId).reversed();
        Comparator<Map<?, ?>> byToken =
                Comparator.comparing(entity -> CassandraOrder.byToken(text(entity, "id")));
        Comparator<Map<?, ?>> clustered =
                Comparator.comparing(entity -> CassandraOrder.byId(text(entity, "id")));
        boolean postgres = recording.database() == Manners.POSTGRES;
        List<Comparator<Map<?, ?>>> known =
                postgres ? List.of(byId, newest) : List.of(byToken, clustered, newest);
        this.orders = recording.original() ? known : List.of();
    }

    /** That our list has none of the orders that the recorded one has; null when all is well. */
    @Nullable String difference(@Nullable Object recorded, @Nullable Object ours) {
        List<Map<?, ?>> theirs = entities(recorded);
        List<Map<?, ?>> own = entities(ours);
        List<Comparator<Map<?, ?>>> held =
                orders.stream().filter(order -> isIn(order, theirs)).toList();
        boolean right = held.isEmpty() || held.stream().anyMatch(order -> isIn(order, own));
        return right
                ? null
                : ".data: in another order "
                        + own.stream().map(entity -> text(entity, "id")).toList();
    }

    private static List<Map<?, ?>> entities(@Nullable Object body) {
        List<Map<?, ?>> entities = new ArrayList<>();
        if (body instanceof Map<?, ?> page && page.get("data") instanceof List<?> list) {
            for (Object element : list) {
                if (element instanceof Map<?, ?> entity && entity.get("id") instanceof String) {
                    entities.add(entity);
                }
            }
        }
        return entities;
    }

    private static boolean isIn(Comparator<Map<?, ?>> order, List<Map<?, ?>> list) {
        for (int i = 1; i < list.size(); i++) {
            if (order.compare(list.get(i - 1), list.get(i)) > 0) {
                return false;
            }
        }
        return true;
    }

    private static String text(Map<?, ?> entity, String name) {
        return String.valueOf(entity.get(name));
    }

    private static double created(Map<?, ?> entity) {
        return entity.get("created_at") instanceof Number created ? created.doubleValue() : 0;
    }
}
