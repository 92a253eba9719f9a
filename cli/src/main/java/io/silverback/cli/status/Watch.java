package io.silverback.cli.status;

import static io.silverback.cli.screen.Words.each;
import static io.silverback.cli.screen.Words.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.silverback.cli.session.Session;
import java.util.Set;

/** Shows plans again whenever something changed, until none is live. */
public final class Watch {

    private static final Set<String> GOOD = Set.of("completed", "rehearsed");

    private final Session session;

    /** Watches with the session's console, screen and pause. */
    public Watch(Session session) {
        this.session = session;
    }

    /** 0 when all ended well, else 1; an empty name watches what is live. */
    public int untilOver(String plan) {
        Plans plans = new Plans(session.console());
        JsonNode now = show(plans.of(plan));
        while (each(now.path("plans")).stream().anyMatch(Plans::isLive)) {
            session.pause();
            JsonNode next = plans.of(plan);
            now = next.equals(now) ? now : show(next);
        }
        boolean well =
                each(now.path("plans")).stream().allMatch(p -> GOOD.contains(text(p, "state")));
        return well ? 0 : 1;
    }

    private JsonNode show(JsonNode plans) {
        session.screen().show(plans, () -> PlanView.again(plans));
        return plans;
    }
}
