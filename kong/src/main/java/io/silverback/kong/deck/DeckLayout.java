package io.silverback.kong.deck;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.silverback.kong.catalogue.Catalogue;
import io.silverback.kong.catalogue.DeckSection;
import io.silverback.kong.catalogue.DeckSection.Part;
import io.silverback.kong.catalogue.Reference;
import io.silverback.kong.catalogue.Scope;
import io.silverback.kong.spill.Line;
import io.silverback.kong.spill.Scratch;
import io.silverback.kong.spill.Spool;
import io.silverback.kong.state.Entity;
import io.silverback.kong.state.SpilledState;
import io.silverback.kong.state.Supplement;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes a state apart: what each file says of each entity, and what is left to the supplement. */
final class DeckLayout {
    private final DeckOptions options;
    private final ReadBack readBack;
    private final Uniqueness uniqueness;
    private final List<String> problems = new ArrayList<>();
    private final Placement configuration;
    private final Placement rbac;
    private final Spool supplement;

    private DeckLayout(String workspace, Scratch scratch, DeckOptions options) {
        this.options = options;
        readBack = new ReadBack(workspace);
        uniqueness = new Uniqueness(scratch);
        configuration = new Placement(scratch);
        rbac = new Placement(scratch);
        supplement = scratch.spool();
    }

    static DeckLayout of(SpilledState state, Scratch scratch, DeckOptions options)
            throws IOException {
        DeckLayout layout = new DeckLayout(state.workspace(), scratch, options);
        try (Referents referents = Referents.of(state, scratch)) {
            state.forEach((line, entity) -> layout.take(entity, referents.of(line)));
        }
        layout.problems.addAll(layout.uniqueness.violations());
        layout.supplement.close();
        return layout;
    }

    /** Why no reader would take the files. */
    List<String> problems() {
        return problems;
    }

    /** The elements of one file, in its order; to be asked for once. */
    Spool elements(Part part) throws IOException {
        return placement(part).sorted();
    }

    /** What the supplement says, one entity a line. */
    Spool supplement() {
        return supplement;
    }

    private void take(Entity entity, Map<String, Optional<String>> referents) throws IOException {
        DeckSection section = entity.kind().deck();
        ObjectNode known =
                section == null
                        ? JsonNodeFactory.instance.objectNode()
                        : place(entity, section, referents);
        Optional<ObjectNode> addition = Supplement.addition(entity, known);
        if (addition.isPresent()) {
            supplement.add(new Line(List.of(), addition.get().toString()));
        }
    }

    private ObjectNode place(
            Entity entity, DeckSection section, Map<String, Optional<String>> referents)
            throws IOException {
        Optional<String> parent = parentField(entity, section, referents);
        ObjectNode element = DeckFields.of(entity, parent, referents, section, options);
        if (SelectTags.select(options.selectTags(), entity)) {
            placement(section.part()).add(entity, section, parent, element);
        }
        uniqueness.add(entity);
        entity.kind().fields().references().forEach((f, r) -> check(entity, f, r, referents));
        return readBack.fields(entity, element, parent);
    }

    private Placement placement(Part part) {
        return part == Part.RBAC ? rbac : configuration;
    }

    /** The one reference below which the entity stands, if its parent is there. */
    private static Optional<String> parentField(
            Entity entity, DeckSection section, Map<String, Optional<String>> referents) {
        List<String> set =
                section.under().stream()
                        .filter(field -> entity.reference(field).isPresent())
                        .toList();
        return set.size() == 1
                ? Optional.of(set.get(0)).filter(referents::containsKey)
                : Optional.empty();
    }

    private void check(
            Entity entity,
            String field,
            Reference reference,
            Map<String, Optional<String>> referents) {
        Optional<String> id = entity.reference(field);
        boolean elsewhere = Catalogue.kong().type(reference.type()).scope() == Scope.ESTATE;
        if (id.isPresent() && !elsewhere && !referents.containsKey(field)) {
            problems.add(
                    String.format(
                            "%s names %s '%s' in its field %s, which is not there",
                            entity.label(), reference.type(), id.get(), field));
        }
    }
}
