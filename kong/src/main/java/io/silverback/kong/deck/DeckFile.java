package io.silverback.kong.deck;

import io.silverback.kong.state.DeclarativeState;
import java.util.List;
import java.util.Map;

/**
 * What a file says.
 *
 * @param leftOut what {@code kong config db_export} writes and no state has, by section: tokens,
 *     sessions and what belongs to one installation, counted
 */
public record DeckFile(
        String format,
        List<String> selectTags,
        DeclarativeState state,
        Map<String, Integer> leftOut) {

    public DeckFile {
        selectTags = List.copyOf(selectTags);
        leftOut = Map.copyOf(leftOut);
    }
}
