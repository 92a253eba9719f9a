package io.silverback.traffic.canary;

import java.util.List;

/** What a state makes of an input: data only, carried out elsewhere. */
public sealed interface Decision {

    /** Nothing changes. */
    record Keep() implements Decision {}

    /** The state becomes {@code next}, and this is said in the same transaction. */
    record Change(Canary next, List<Announcement> says) implements Decision {
        public Change {
            says = List.copyOf(says);
        }
    }

    /** The input asks for something that this state does not do. */
    record Refuse(String why) implements Decision {}

    /** Nothing changes. */
    static Decision keep() {
        return new Keep();
    }

    /** The state changes. */
    static Decision become(Canary next, Announcement... says) {
        return new Change(next, List.of(says));
    }

    /** An operator asked for what can't be done now. */
    static Decision refuse(String why) {
        return new Refuse(why);
    }
}
