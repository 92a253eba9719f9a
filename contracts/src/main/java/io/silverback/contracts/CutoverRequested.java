package io.silverback.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The clients of some workspaces are to be moved together once all of these have passed.
 *
 * @param planCutoverIds every cutover of the plan; with the last one {@code _estate} is completed
 * @param routers registered routers, in the order in which they advance
 * @param minimumWait least time at each step
 * @param minimumRequests least number of requests answered by green at each step
 * @param maxRuntimeLag carried runtime rows further behind than this hold the cutover; asked for
 *     only where sync carries any
 * @param soak how long green is watched at 100 % before the cutover is completed
 */
public record CutoverRequested(
        String cutoverId,
        String name,
        String planId,
        String planName,
        String planHash,
        @Nullable String change,
        List<String> planCutoverIds,
        List<Member> migrations,
        String estateMigrationId,
        String blue,
        String green,
        List<String> routers,
        Sticky sticky,
        List<Step> steps,
        Duration minimumWait,
        long minimumRequests,
        HealthPolicy health,
        Duration maxRuntimeLag,
        ConnectionPolicy onRollback,
        @Nullable Window window,
        GatePolicy gate,
        Duration soak)
        implements Event {

    /** A migration whose workspace this cutover moves. */
    public record Member(String migrationId, String workspace) {}

    /** One share of the traffic for green, in per cent with two decimals. */
    public record Step(BigDecimal weight, boolean gate) {}

    /** What keeps a client on its colour. */
    public enum Sticky {
        @JsonProperty("none")
        NONE,
        @JsonProperty("client")
        CLIENT,
        @JsonProperty("cookie")
        COOKIE
    }

    /** When steps forward are allowed; steps back always are. */
    public record Window(List<DayOfWeek> days, LocalTime from, LocalTime to, ZoneId zone) {
        public Window {
            days = List.copyOf(days);
        }
    }

    /** What happens to green's open connections on a rollback: closed, or drained for a time. */
    public record ConnectionPolicy(@Nullable Duration drain, boolean proxyBack) {}

    public CutoverRequested {
        planCutoverIds = List.copyOf(planCutoverIds);
        migrations = List.copyOf(migrations);
        routers = List.copyOf(routers);
        steps = List.copyOf(steps);
    }
}
