package io.silverback.verify.verification;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** Where the verification of one migration stands. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Verification.Awaiting.class, name = "awaiting"),
    @JsonSubTypes.Type(value = Verification.Verifying.class, name = "verifying"),
    @JsonSubTypes.Type(value = Verification.Passed.class, name = "passed"),
    @JsonSubTypes.Type(value = Verification.Failed.class, name = "failed"),
    @JsonSubTypes.Type(value = Verification.Stopped.class, name = "stopped")
})
public sealed interface Verification {

    /** Green has {@code generation} of the configuration. */
    Step synced(long generation);

    /** The check of {@code generation} found no difference that matters. */
    Step passed(long generation);

    /** The check of {@code generation} found differences, or could not be made. */
    Step failed(long generation, String reason);

    /** The migration was rolled back or has ended. */
    Step stopped(String reason);

    /** The newest generation that green is known to have; 0 before the first. */
    long generation();

    /** The state's word for people. */
    String word();

    /** What is to be done with a change of state. */
    enum Action {
        NONE,
        START,
        PUBLISH_PASSED,
        PUBLISH_ROLLBACK,
        CANCEL
    }

    /** The next state, and what goes with it. */
    record Step(Verification next, Action action) {}

    /** Green has nothing of the migration yet. */
    record Awaiting() implements Verification {
        @Override
        public Step synced(long generation) {
            return new Step(new Verifying(generation), Action.START);
        }

        @Override
        public Step passed(long generation) {
            return stay(this);
        }

        @Override
        public Step failed(long generation, String reason) {
            return stay(this);
        }

        @Override
        public Step stopped(String reason) {
            return new Step(new Stopped(0, reason), Action.CANCEL);
        }

        @Override
        public long generation() {
            return 0;
        }

        @Override
        public String word() {
            return "awaiting";
        }
    }

    /** Both sides are being asked. */
    record Verifying(long generation) implements Verification {
        @Override
        public Step synced(long newer) {
            return newer > generation ? new Step(new Verifying(newer), Action.START) : stay(this);
        }

        @Override
        public Step passed(long checked) {
            return checked == generation
                    ? new Step(new Passed(generation), Action.PUBLISH_PASSED)
                    : stay(this);
        }

        @Override
        public Step failed(long checked, String reason) {
            return checked == generation
                    ? new Step(new Failed(generation, reason), Action.PUBLISH_ROLLBACK)
                    : stay(this);
        }

        @Override
        public Step stopped(String reason) {
            return new Step(new Stopped(generation, reason), Action.CANCEL);
        }

        @Override
        public String word() {
            return "verifying";
        }
    }

    /** Green answers as blue does. */
    record Passed(long generation) implements Verification {
        @Override
        public Step synced(long newer) {
            return newer > generation ? new Step(new Verifying(newer), Action.START) : stay(this);
        }

        @Override
        public Step passed(long checked) {
            return stay(this);
        }

        @Override
        public Step failed(long checked, String reason) {
            return stay(this);
        }

        @Override
        public Step stopped(String reason) {
            return new Step(new Stopped(generation, reason), Action.NONE);
        }

        @Override
        public String word() {
            return "passed";
        }
    }

    /** Green does not answer as blue does; only a newer generation may be tried. */
    record Failed(long generation, String reason) implements Verification {
        @Override
        public Step synced(long newer) {
            return newer > generation ? new Step(new Verifying(newer), Action.START) : stay(this);
        }

        @Override
        public Step passed(long checked) {
            return stay(this);
        }

        @Override
        public Step failed(long checked, String again) {
            return stay(this);
        }

        @Override
        public Step stopped(String why) {
            return stay(this);
        }

        @Override
        public String word() {
            return "failed";
        }
    }

    /** Nothing of this migration is verified any more. */
    record Stopped(long generation, String reason) implements Verification {
        @Override
        public Step synced(long newer) {
            return stay(this);
        }

        @Override
        public Step passed(long checked) {
            return stay(this);
        }

        @Override
        public Step failed(long checked, String why) {
            return stay(this);
        }

        @Override
        public Step stopped(String why) {
            return stay(this);
        }

        @Override
        public String word() {
            return "stopped";
        }
    }

    private static Step stay(Verification state) {
        return new Step(state, Action.NONE);
    }
}
