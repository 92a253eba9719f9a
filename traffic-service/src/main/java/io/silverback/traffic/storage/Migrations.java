package io.silverback.traffic.storage;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.hibernate.reactive.mutiny.Mutiny;

/** What is known of migrations: which generation passed, and which have ended. */
@ApplicationScoped
class Migrations {

    Uni<List<MigrationEntity>> all(Mutiny.Session session, Collection<String> ids) {
        return session.createSelectionQuery(
                        "from MigrationEntity where id in :ids", MigrationEntity.class)
                .setParameter("ids", ids)
                .getResultList();
    }

    /** Remembers that a migration is over; emits whether it was not before. */
    Uni<Boolean> end(Mutiny.Session session, String id) {
        return session.find(MigrationEntity.class, id)
                .onItem()
                .ifNull()
                .switchTo(() -> add(session, id))
                .map(
                        row -> {
                            boolean first = !row.ended;
                            row.ended = true;
                            return first;
                        });
    }

    Uni<Void> change(Mutiny.Session session, String id, Consumer<MigrationEntity> change) {
        return session.find(MigrationEntity.class, id)
                .onItem()
                .ifNull()
                .switchTo(() -> add(session, id))
                .invoke(change)
                .chain(session::flush);
    }

    private static Uni<MigrationEntity> add(Mutiny.Session session, String id) {
        MigrationEntity row = MigrationEntity.unknown(id);
        return session.persist(row).replaceWith(row);
    }
}
