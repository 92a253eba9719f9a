package io.silverback.sync.storage;

import io.silverback.messaging.Transactions;
import io.silverback.sync.syncing.Ceilings;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Ceilings in PostgreSQL, where every instance finds them. */
@ApplicationScoped
class StoredCeilings implements Ceilings {

    private static final String FIND = "select ceiling from write_ceiling where gateway = :gateway";

    private static final String SET =
            "insert into write_ceiling (gateway, ceiling) values (:gateway, :ceiling)"
                    + " on conflict (gateway) do update set ceiling = excluded.ceiling";

    private final Transactions transactions;

    StoredCeilings(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Uni<Optional<Integer>> of(String gateway) {
        return transactions.run(
                session ->
                        session.createNativeQuery(FIND, Integer.class)
                                .setParameter("gateway", gateway)
                                .getResultList()
                                .map(found -> found.stream().findFirst()));
    }

    @Override
    public Uni<Void> set(String gateway, int ceiling) {
        return transactions.run(
                session ->
                        session.createNativeQuery(SET)
                                .setParameter("gateway", gateway)
                                .setParameter("ceiling", ceiling)
                                .executeUpdate()
                                .replaceWithVoid());
    }
}
