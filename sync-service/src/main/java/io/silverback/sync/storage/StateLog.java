package io.silverback.sync.storage;

import io.silverback.sync.migration.Case;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/** One line for each change of state, with its facts as fields. */
final class StateLog {

    private static final Logger LOG = Logger.getLogger("io.silverback.sync.state");

    private StateLog() {}

    static void changed(Case one, String from) {
        if (from.equals(one.state().word())) {
            return;
        }
        Map<String, Object> fields =
                Map.of(
                        "migrationId", one.id(),
                        "workspace", one.request().workspace(),
                        "generation", one.state().generation(),
                        "from", from,
                        "to", one.state().word());
        fields.forEach(MDC::put);
        LOG.info("Migration changed state");
        fields.keySet().forEach(MDC::remove);
    }
}
