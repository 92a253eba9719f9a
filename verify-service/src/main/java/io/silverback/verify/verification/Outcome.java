package io.silverback.verify.verification;

import io.silverback.contracts.ArtefactReference;
import io.silverback.verify.report.Report;

/** What came of a verification, with the artefact that its report lies in. */
public record Outcome(Report report, ArtefactReference artefact) {}
