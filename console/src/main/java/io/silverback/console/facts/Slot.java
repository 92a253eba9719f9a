package io.silverback.console.facts;

import io.silverback.contracts.CanaryAdvanced;
import io.silverback.contracts.CanaryHeld;
import io.silverback.contracts.CleanUpRequested;
import io.silverback.contracts.CommandAnswered;
import io.silverback.contracts.ConfigDumped;
import io.silverback.contracts.ConfigSynced;
import io.silverback.contracts.CutoverCompleted;
import io.silverback.contracts.CutoverRequested;
import io.silverback.contracts.EmbargoBroken;
import io.silverback.contracts.Event;
import io.silverback.contracts.GoNoGo;
import io.silverback.contracts.MigrationEnded;
import io.silverback.contracts.MigrationProgress;
import io.silverback.contracts.MigrationRequested;
import io.silverback.contracts.OperatorCommand;
import io.silverback.contracts.Rollback;
import io.silverback.contracts.RolledBack;
import io.silverback.contracts.TestsPassed;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** Where an event is kept: of each subject and slot the newest, by generation and then by time. */
public record Slot(String subjectId, String name, long generation) {

    public static final String REQUESTED = "requested";
    public static final String DUMPED = "dumped";
    public static final String SYNCED = "synced";
    public static final String PASSED = "passed";
    public static final String ENDED = "ended";
    public static final String ADVANCED = "advanced/";
    public static final String HELD = "held";
    public static final String ROLLBACK = "rollback";
    public static final String ROLLED_BACK = "rolled-back";
    public static final String DRILL = "drill";
    public static final String COMPLETED = "completed";
    public static final String PROGRESS = "progress";
    public static final String ASKED = "asked";
    public static final String ANSWERED = "answered";
    public static final String GATE = "gate/";
    public static final String OPENED = "/opened";
    public static final String DECIDED = "/decided";

    private static final Map<Class<? extends Event>, Function<Event, List<Slot>>> SLOTS =
            Map.ofEntries(
                    of(MigrationRequested.class, e -> slot(e.migrationId(), REQUESTED, 0)),
                    of(CutoverRequested.class, e -> slot(e.cutoverId(), REQUESTED, 0)),
                    of(ConfigDumped.class, e -> slot(e.migrationId(), DUMPED, e.generation())),
                    of(ConfigSynced.class, e -> slot(e.migrationId(), SYNCED, e.generation())),
                    of(TestsPassed.class, e -> slot(e.migrationId(), PASSED, e.generation())),
                    of(MigrationEnded.class, e -> slot(e.migrationId(), ENDED, e.generation())),
                    of(
                            CleanUpRequested.class,
                            e -> slot(e.migrationId(), "clean-up", e.generation())),
                    of(
                            EmbargoBroken.class,
                            e -> slot(e.migrationId(), "embargo-broken", e.generation())),
                    of(
                            CanaryAdvanced.class,
                            e -> slot(e.cutoverId(), ADVANCED + e.step(), sum(e.generations()))),
                    of(CanaryHeld.class, e -> slot(e.cutoverId(), HELD, sum(e.generations()))),
                    of(
                            RolledBack.class,
                            e ->
                                    slot(
                                            e.cutoverId(),
                                            e.drill() ? DRILL : ROLLED_BACK,
                                            sum(e.generations()))),
                    of(
                            CutoverCompleted.class,
                            e -> slot(e.cutoverId(), COMPLETED, sum(e.generations()))),
                    of(Rollback.class, Slot::ofRollback),
                    of(GoNoGo.class, e -> slot(e.subjectId(), gate(e), 0)),
                    of(OperatorCommand.class, e -> slot(e.commandId(), ASKED, 0)),
                    of(CommandAnswered.class, e -> slot(e.commandId(), ANSWERED, 0)),
                    of(MigrationProgress.class, e -> slot(e.subjectId(), PROGRESS, 0)));

    /** The slots of {@code event}; none for what is not remembered, such as health events. */
    public static List<Slot> of(Event event) {
        return SLOTS.getOrDefault(event.getClass(), e -> List.of()).apply(event);
    }

    /** The generation of a cutover: it rises when one of its migrations' does. */
    public static long sum(Map<String, Long> generations) {
        return generations.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The slots' common prefix for a gate; {@code step} is 0 where the gate is no step's. */
    public static String gate(GoNoGo.Gate gate, int step) {
        return GATE + gate + "/" + step;
    }

    private static String gate(GoNoGo event) {
        Integer step = event.step();
        return gate(event.gate(), step == null ? 0 : step)
                + (event.status() == GoNoGo.Status.OPEN ? OPENED : DECIDED);
    }

    private static List<Slot> ofRollback(Rollback rollback) {
        return Stream.of(rollback.migrationId(), rollback.cutoverId())
                .filter(id -> id != null)
                .map(id -> new Slot(id, rollback.drill() ? "drill-asked" : ROLLBACK, 0))
                .toList();
    }

    private static List<Slot> slot(String subjectId, String name, long generation) {
        return List.of(new Slot(subjectId, name, generation));
    }

    private static <E extends Event>
            Map.Entry<Class<? extends Event>, Function<Event, List<Slot>>> of(
                    Class<E> type, Function<E, List<Slot>> slots) {
        return Map.entry(type, event -> slots.apply(type.cast(event)));
    }
}
