package io.silverback.edge.proxy;

import io.silverback.edge.evidence.Tallies;
import io.silverback.edge.routing.GreenWeight;
import io.silverback.edge.routing.Stickiness;
import io.silverback.edge.settings.Settings;

/** What all event loops share when they route a request. */
public record Routing(
        Settings settings,
        Stickiness stickiness,
        GreenWeight weight,
        Tallies tallies,
        Readiness readiness) {}
