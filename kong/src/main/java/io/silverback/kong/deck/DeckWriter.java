package io.silverback.kong.deck;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.silverback.kong.catalogue.DeckSection.Part;
import io.silverback.kong.spill.Scratch;
import io.silverback.kong.state.DeclarativeState;
import io.silverback.kong.state.SpilledState;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Writes a state as decK's file: keys sorted, lists by name or else by id. */
public final class DeckWriter {
    private DeckWriter() {}

    /** One part of the state as decK's file; what decK has no word for is left out. */
    public static String write(DeclarativeState state, Part part, DeckOptions options) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Scratch scratch = Scratch.open()) {
            DeckLayout layout = DeckLayout.of(SpilledState.of(state, scratch), scratch, options);
            DeckDocument.write(out, state.workspace(), options, layout.elements(part));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(UTF_8);
    }
}
