package io.silverback.contracts;

/** The body of one record on one topic. Unknown JSON fields are ignored by every reader. */
public sealed interface Event
        permits MigrationRequested,
                CutoverRequested,
                ConfigDumped,
                ConfigSynced,
                TestsPassed,
                CanaryAdvanced,
                Rollback,
                CanaryHeld,
                RolledBack,
                CutoverCompleted,
                MigrationEnded,
                GoNoGo,
                OperatorCommand,
                CommandAnswered,
                CleanUpRequested,
                EmbargoBroken,
                HealthEvent,
                MigrationProgress {}
