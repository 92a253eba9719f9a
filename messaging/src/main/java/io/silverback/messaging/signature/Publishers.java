package io.silverback.messaging.signature;

import io.silverback.contracts.Topic;
import io.silverback.messaging.event.Refused;
import java.util.Map;

/** Who may let traffic forward on which topic. */
final class Publishers {
    private static final String SOURCE_PREFIX = "/silverback/";
    private static final Map<Topic, String> SIGNERS =
            Map.of(
                    Topic.CONFIG_DUMPED, "dump",
                    Topic.CONFIG_SYNCED, "sync",
                    Topic.TESTS_PASSED, "verify",
                    Topic.CUTOVER_REQUESTED, "console",
                    Topic.GO_NO_GO, "console",
                    Topic.OPERATOR_COMMANDS, "console");

    private Publishers() {}

    static String of(String source) {
        if (!source.startsWith(SOURCE_PREFIX)) {
            throw new Refused("the header ce_source names no publisher of ours");
        }
        return source.substring(SOURCE_PREFIX.length());
    }

    static boolean maySign(String publisher, Topic topic) {
        return publisher.equals(SIGNERS.get(topic));
    }
}
