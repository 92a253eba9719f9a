package io.silverback.kong.deck;

import io.silverback.kong.catalogue.KongVersion;
import java.time.Instant;
import java.util.List;

/**
 * How decK's file is written.
 *
 * @param format {@code 3.0}, or {@code 1.1} for a gateway below 3
 * @param withIds whether named entities keep their ids too
 * @param at the moment from which the file counts what is left of a ttl
 * @param selectTags decK's {@code select_tags}
 */
public record DeckOptions(String format, boolean withIds, Instant at, List<String> selectTags) {

    public DeckOptions {
        selectTags = List.copyOf(selectTags);
    }

    /** With ids, in the format that this version's decK reads. */
    public static DeckOptions complete(KongVersion version, Instant at) {
        return new DeckOptions(version.major() < 3 ? "1.1" : "3.0", true, at, List.of());
    }
}
