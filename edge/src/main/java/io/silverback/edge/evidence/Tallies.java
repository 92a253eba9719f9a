package io.silverback.edge.evidence;

import io.micrometer.core.instrument.MeterRegistry;
import io.silverback.edge.routing.Colour;

/** The tally of each colour. */
public record Tallies(Tally blue, Tally green) {

    /** New tallies with their metrics in {@code registry}. */
    public static Tallies in(MeterRegistry registry) {
        return new Tallies(new Tally(Colour.BLUE, registry), new Tally(Colour.GREEN, registry));
    }

    /** The tally of {@code colour}. */
    public Tally of(Colour colour) {
        return colour == Colour.GREEN ? green : blue;
    }

    /** Requests and upgraded connections open on either colour. */
    public long openStreams() {
        return blue.openStreams() + green.openStreams();
    }
}
