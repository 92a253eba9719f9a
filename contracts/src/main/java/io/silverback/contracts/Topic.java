package io.silverback.contracts;

import java.util.stream.Stream;

/** The topics of Silverback: their names, what they carry, how long and who must sign. */
public enum Topic {
    MIGRATION_REQUESTED("migration-requested", MigrationRequested.class, Nature.FACT, false),
    CUTOVER_REQUESTED("cutover-requested", CutoverRequested.class, Nature.FACT, true),
    CONFIG_DUMPED("config-dumped", ConfigDumped.class, Nature.FACT, true),
    CONFIG_SYNCED("config-synced", ConfigSynced.class, Nature.FACT, true),
    TESTS_PASSED("tests-passed", TestsPassed.class, Nature.FACT, true),
    CANARY_ADVANCED("canary-advanced", CanaryAdvanced.class, Nature.FACT, false),
    ROLLBACK("rollback", Rollback.class, Nature.FACT, false),
    CANARY_HELD("canary-held", CanaryHeld.class, Nature.FACT, false),
    ROLLED_BACK("rolled-back", RolledBack.class, Nature.FACT, false),
    CUTOVER_COMPLETED("cutover-completed", CutoverCompleted.class, Nature.FACT, false),
    MIGRATION_ENDED("migration-ended", MigrationEnded.class, Nature.FACT, false),
    GO_NO_GO("go-no-go", GoNoGo.class, Nature.FACT, false),
    OPERATOR_COMMANDS("operator-commands", OperatorCommand.class, Nature.FACT, false),
    COMMAND_ANSWERED("command-answered", CommandAnswered.class, Nature.FACT, false),
    CLEAN_UP_REQUESTED("clean-up-requested", CleanUpRequested.class, Nature.FACT, false),
    EMBARGO_BROKEN("embargo-broken", EmbargoBroken.class, Nature.FACT, false),
    HEALTH_EVENTS("health-events", HealthEvent.class, Nature.MEASUREMENT, false),
    MIGRATION_PROGRESS("migration-progress", MigrationProgress.class, Nature.MEASUREMENT, false);

    /** Facts are kept for ever and pass the inbox; measurements live for a day and don't. */
    public enum Nature {
        FACT,
        MEASUREMENT
    }

    private final String topicName;
    private final Class<? extends Event> body;
    private final Nature nature;
    private final boolean alwaysSigned;

    Topic(String topicName, Class<? extends Event> body, Nature nature, boolean alwaysSigned) {
        this.topicName = topicName;
        this.body = body;
        this.nature = nature;
        this.alwaysSigned = alwaysSigned;
    }

    /** The topic's name on the broker, such as {@code config-dumped}. */
    public String topicName() {
        return topicName;
    }

    /** Where records go that could not be read or were refused. */
    public String deadLetterName() {
        return topicName + "-dlq";
    }

    /** The value of {@code ce_type} on this topic. */
    public String eventType() {
        return "io.silverback." + topicName + ".v1";
    }

    /** The record that the JSON body is read into. */
    public Class<? extends Event> body() {
        return body;
    }

    /** Whether this topic carries facts or measurements. */
    public Nature nature() {
        return nature;
    }

    /**
     * Whether {@code event} lets traffic forward, so that it is refused without a valid signature.
     */
    public boolean mustBeSigned(Event event) {
        if (event instanceof GoNoGo decision) {
            return decision.status() == GoNoGo.Status.GO;
        }
        if (event instanceof OperatorCommand command) {
            return command.letsTrafficForward();
        }
        return alwaysSigned;
    }

    /** The topic on which {@code event} travels. */
    public static Topic of(Event event) {
        return ofBody(event.getClass());
    }

    /** The topic whose records have the body {@code type}. */
    public static Topic ofBody(Class<? extends Event> type) {
        return Stream.of(values()).filter(topic -> topic.body == type).findFirst().orElseThrow();
    }
}
