package io.silverback.simulator.proxy;

import io.silverback.simulator.schema.Document;
import io.silverback.simulator.store.Database;
import io.silverback.simulator.store.Row;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The plugin acl: consumers pass, or do not, by their groups. */
final class Acl implements Enforcer {
    private final Database database;

    Acl(Database database) {
        this.database = database;
    }

    @Override
    public @Nullable Answer access(Exchange exchange, Document config) {
        String consumer = exchange.consumerId();
        if (consumer == null) {
            return Answer.message(401, "Unauthorized");
        }
        TreeSet<String> groups = groups(exchange, consumer);
        List<?> allowed = config.list("allow");
        boolean passes =
                allowed.isEmpty()
                        ? config.list("deny").stream().noneMatch(groups::contains)
                        : allowed.stream().anyMatch(groups::contains);
        if (!passes) {
            return Answer.message(403, "You cannot consume this service");
        }
        if (!config.isTrue("hide_groups_header")) {
            exchange.set("X-Consumer-Groups", String.join(", ", groups));
        }
        return null;
    }

    private TreeSet<String> groups(Exchange exchange, String consumer) {
        return database
                .table("acls", exchange.workspace())
                .childrenOf("consumer", consumer)
                .values()
                .stream()
                .map(Row::document)
                .map(acl -> String.valueOf(acl.get("group")))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
