package io.silverback.kong.deck;

import io.silverback.kong.state.DeclarativeState;
import java.util.List;

/** What decK's file says. */
public record DeckFile(String format, List<String> selectTags, DeclarativeState state) {

    public DeckFile {
        selectTags = List.copyOf(selectTags);
    }
}
