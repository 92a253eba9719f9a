package io.silverback.cli.status;

import static io.silverback.cli.screen.Words.each;
import static io.silverback.cli.screen.Words.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.silverback.cli.rest.CliException;
import io.silverback.cli.rest.RefusedException;
import io.silverback.cli.rest.UnreachableException;
import io.silverback.cli.session.Session;
import java.util.Set;

/** Shows plans again whenever something changed, until none is live. */
public final class Watch {

    private static final Set<String> GOOD = Set.of("completed", "rehearsed");

    /** A console that restarts, or whose database does, is back by then. */
    private static final int MOST_MISSED = 120;

    private final Session session;
    private int missed;

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
            JsonNode next = look(plans, plan, now);
            now = next.equals(now) ? now : show(next);
        }
        boolean well =
                each(now.path("plans")).stream().allMatch(p -> GOOD.contains(text(p, "state")));
        return well ? 0 : 1;
    }

    /** What is there now; what was there before where the console doesn't answer for a while. */
    private JsonNode look(Plans plans, String plan, JsonNode before) {
        try {
            JsonNode now = plans.of(plan);
            missed = 0;
            return now;
        } catch (UnreachableException away) {
            return miss(away, before);
        } catch (RefusedException refused) {
            if (refused.problem().status() < 500) {
                throw refused;
            }
            return miss(refused, before);
        }
    }

    private JsonNode miss(CliException why, JsonNode before) {
        if (++missed > MOST_MISSED) {
            throw why;
        }
        return before;
    }

    private JsonNode show(JsonNode plans) {
        session.screen().show(plans, () -> PlanView.again(plans));
        return plans;
    }
}
