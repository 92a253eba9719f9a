package io.silverback.sync.gateway;

import io.silverback.kong.diff.Made;
import io.silverback.kong.state.Entity;
import io.silverback.sync.syncing.Noted;
import io.silverback.sync.syncing.Write;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The journal's writes, each with what it replaced. */
@ApplicationScoped
class JournalEntries {

    private final ReplacedEntities replaced;

    JournalEntries(ReplacedEntities replaced) {
        this.replaced = replaced;
    }

    /** In the same order; reads each artefact once. */
    Uni<List<Made>> made(String migrationId, List<Noted> journal) {
        Map<String, Long> artefacts = new LinkedHashMap<>();
        journal.forEach(
                one ->
                        Optional.ofNullable(one.replaced())
                                .ifPresent(name -> artefacts.put(name, one.generation())));
        return Multi.createFrom()
                .iterable(artefacts.entrySet())
                .onItem()
                .transformToUniAndConcatenate(
                        one ->
                                replaced.read(migrationId, one.getValue(), one.getKey())
                                        .map(held -> Map.entry(one.getKey(), held)))
                .collect()
                .in(HashMap<String, Map<String, Entity>>::new, JournalEntries::put)
                .map(held -> journal.stream().map(one -> made(one, held)).toList());
    }

    private static void put(
            Map<String, Map<String, Entity>> all, Map.Entry<String, Map<String, Entity>> one) {
        all.put(one.getKey(), one.getValue());
    }

    private static Made made(Noted noted, Map<String, Map<String, Entity>> held) {
        Write write = noted.write();
        String key = ReplacedEntities.key(write.entityType(), write.entityId());
        Entity before = held.getOrDefault(noted.replaced(), Map.of()).get(key);
        return new Made(kind(write.operation()), write.entityType(), write.entityId(), before);
    }

    private static Made.Kind kind(Write.Operation operation) {
        return switch (operation) {
            case CREATE -> Made.Kind.CREATED;
            case UPDATE -> Made.Kind.UPDATED;
            case DELETE -> Made.Kind.DELETED;
        };
    }
}
