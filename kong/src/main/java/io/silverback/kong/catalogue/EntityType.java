package io.silverback.kong.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * One row of the catalogue.
 *
 * @param matchedByName whether the other side's entity of this name is the same, whatever its id
 * @param hold how it is kept from serving; null: it can't be
 * @param guards whether it decides on requests to what it refers to
 * @param deck where decK's file has it; null: it has no word for it
 */
public record EntityType(
        String name,
        Kind kind,
        Scope scope,
        Availability availability,
        boolean matchedByName,
        Access access,
        FieldRules fields,
        @Nullable Hold hold,
        boolean guards,
        @Nullable DeckSection deck) {

    /** Whether decK's file has it in this part. */
    public boolean isIn(DeckSection.Part part) {
        return deck != null && deck.part() == part;
    }

    @Override
    public String toString() {
        return name;
    }
}
