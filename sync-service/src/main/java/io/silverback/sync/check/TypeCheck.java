package io.silverback.sync.check;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.silverback.kong.admin.AdminApi;
import io.silverback.kong.admin.AdminApiException;
import io.silverback.kong.catalogue.EntityType;
import io.silverback.sync.check.Finding.Verdict;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Holds one entity type against a gateway: its schema, the right to read it, and a row. */
final class TypeCheck {
    private final AdminApi place;
    private final EntityType type;

    /**
     * A check.
     *
     * @param place the gateway, in the workspace that is looked at
     */
    TypeCheck(AdminApi place, EntityType type) {
        this.place = place;
        this.type = type;
    }

    /**
     * What is found.
     *
     * @param parents the id of a row by type, for what is read below one; its own is added
     */
    Uni<List<Finding>> findings(Map<String, String> parents) {
        return schema().chain(first -> rows(parents).map(second -> both(first, second)));
    }

    private Uni<List<Finding>> schema() {
        return place.atRoot()
                .find("/schemas/" + type.name())
                .map(found -> found.map(this::judge).orElseGet(this::noSchema))
                .onFailure(AdminApiException.class)
                .recoverWithItem(failure -> one(Verdict.DIFFERS, "its schema: " + said(failure)));
    }

    private List<Finding> judge(ObjectNode shown) {
        Schema schema = new Schema(shown);
        List<String> differences = schema.differences(type.fields());
        Set<String> unseen = schema.unseen(type.fields());
        Set<String> seen = Schema.reliedOn(type.fields());
        seen.removeAll(unseen);
        List<Finding> known =
                differences.isEmpty()
                        ? one(Verdict.AGREES, "its schema has the fields " + seen)
                        : all(differences);
        return unseen.isEmpty()
                ? known
                : both(known, one(Verdict.NEVER_SEEN, "its schema has no fields " + unseen));
    }

    private List<Finding> noSchema() {
        return one(Verdict.NEVER_SEEN, "the gateway shows no schema of it");
    }

    private Uni<List<Finding>> rows(Map<String, String> parents) {
        Optional<String> path = path(parents);
        return path.isEmpty()
                ? Uni.createFrom()
                        .item(one(Verdict.NEVER_SEEN, "nothing is there to read it below"))
                : place.find(path.get() + "?size=1")
                        .map(found -> found.map(Page::new).map(page -> judge(page, parents)))
                        .map(found -> found.orElseGet(() -> missing(path.get())))
                        .onFailure(AdminApiException.class)
                        .recoverWithItem(failure -> one(Verdict.DIFFERS, said(failure)));
    }

    private Optional<String> path(Map<String, String> parents) {
        Optional<String> field = type.access().parentField();
        return field.isEmpty()
                ? Optional.of(type.access().path())
                : field.map(type.fields().references()::get)
                        .map(reference -> parents.get(reference.type()))
                        .map(type.access()::below);
    }

    private List<Finding> judge(Page page, Map<String, String> parents) {
        if (!page.isOne()) {
            return one(Verdict.DIFFERS, "its collection is no page of rows");
        }
        page.rowId().ifPresent(id -> parents.put(type.name(), id));
        List<String> differences = page.differences(type);
        if (!differences.isEmpty()) {
            return all(differences);
        }
        return page.row().isPresent()
                ? one(Verdict.AGREES, "it can be read, and a row has the shape")
                : both(
                        one(Verdict.AGREES, "it can be read"),
                        one(Verdict.NEVER_SEEN, "there is no row of it"));
    }

    private List<Finding> missing(String path) {
        return one(Verdict.DIFFERS, "there is no " + path);
    }

    private List<Finding> all(List<String> differences) {
        return differences.stream().map(what -> finding(Verdict.DIFFERS, what)).toList();
    }

    private List<Finding> one(Verdict verdict, String what) {
        return List.of(finding(verdict, what));
    }

    private Finding finding(Verdict verdict, String what) {
        return new Finding(verdict, type.name(), what, type.availability().proven());
    }

    private static String said(Throwable failure) {
        return String.valueOf(failure.getMessage());
    }

    private static List<Finding> both(List<Finding> first, List<Finding> second) {
        List<Finding> both = new ArrayList<>(first);
        both.addAll(second);
        return both;
    }
}
