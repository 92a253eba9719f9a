package io.silverback.verify.storage;

import io.silverback.contracts.MigrationRequested;
import io.silverback.verify.report.Report;
import io.silverback.verify.verification.Verification;
import java.time.Instant;
import java.util.Optional;

/** A verification as it is stored. */
public record VerificationRecord(
        MigrationRequested request,
        Verification state,
        Optional<Report> report,
        Instant changedAt) {}
