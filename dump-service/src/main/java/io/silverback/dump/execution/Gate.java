package io.silverback.dump.execution;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;

/** The execution gate of one plan. A decision on other evidence than the gate shows is void. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "gate")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Gate.Unopened.class, name = "unopened"),
    @JsonSubTypes.Type(value = Gate.Opened.class, name = "open"),
    @JsonSubTypes.Type(value = Gate.Granted.class, name = "go"),
    @JsonSubTypes.Type(value = Gate.Refused.class, name = "no-go"),
})
public sealed interface Gate {

    /** What a {@code go} on the evidence with {@code hash} makes of the gate. */
    Gate onGo(String hash, String by);

    /** What a {@code no-go} on the evidence with {@code hash} makes of the gate. */
    Gate onNoGo(String hash, String by, @Nullable String why);

    /** Not every migration of the plan is prepared. */
    record Unopened() implements Gate {
        @Override
        public Gate onGo(String hash, String by) {
            return this;
        }

        @Override
        public Gate onNoGo(String hash, String by, @Nullable String why) {
            return this;
        }
    }

    /** Waits for a decision on {@code evidence}. */
    record Opened(Evidence evidence) implements Gate {
        @Override
        public Gate onGo(String hash, String by) {
            return evidence.hasHash(hash) ? new Granted(evidence, by) : this;
        }

        @Override
        public Gate onNoGo(String hash, String by, @Nullable String why) {
            return evidence.hasHash(hash) ? new Refused(evidence, by, why) : this;
        }
    }

    /** The plan may write. A later no-go on the same evidence supersedes it. */
    record Granted(Evidence evidence, String by) implements Gate {
        @Override
        public Gate onGo(String hash, String by) {
            return this;
        }

        @Override
        public Gate onNoGo(String hash, String by, @Nullable String why) {
            return evidence.hasHash(hash) ? new Refused(evidence, by, why) : this;
        }
    }

    /** The plan must not write. A later go on the same evidence supersedes it. */
    record Refused(Evidence evidence, String by, @Nullable String why) implements Gate {
        @Override
        public Gate onGo(String hash, String by) {
            return evidence.hasHash(hash) ? new Granted(evidence, by) : this;
        }

        @Override
        public Gate onNoGo(String hash, String by, @Nullable String why) {
            return this;
        }
    }
}
