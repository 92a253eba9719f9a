package io.silverback.databases;

import io.micrometer.core.instrument.MeterRegistry;
import io.silverback.artefacts.ArtefactException;
import io.silverback.artefacts.LostCopies;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/** Says which store could not give an artefact back: a log line and a count for each store. */
@ApplicationScoped
public class CopyLosses implements LostCopies {

    private static final Logger LOG = Logger.getLogger("io.silverback.artefacts.copies");
    private static final String METER = "silverback.artefacts.copies.lost";

    private final MeterRegistry meters;

    CopyLosses(MeterRegistry meters) {
        this.meters = meters;
    }

    @Override
    public void lost(String store, String artefact, ArtefactException why) {
        meters.counter(METER, "store", store).increment();
        MDC.put("store", store);
        MDC.put("artefact", artefact);
        MDC.put("reason", why.reason());
        try {
            LOG.warn("A store could not give an artefact back");
        } finally {
            MDC.remove("store");
            MDC.remove("artefact");
            MDC.remove("reason");
        }
    }
}
