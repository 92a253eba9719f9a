package io.silverback.verify.verification;

import io.silverback.contracts.ArtefactReference;
import io.silverback.verify.report.Report;
import io.smallrye.mutiny.Uni;

/** Where reports are kept. */
public interface Reports {

    /** Stores the report; a report of the same generation is replaced. */
    Uni<ArtefactReference> keep(Report report);
}
