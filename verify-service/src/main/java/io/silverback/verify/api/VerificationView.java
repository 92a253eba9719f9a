package io.silverback.verify.api;

import io.silverback.verify.report.Report;
import io.silverback.verify.storage.VerificationRecord;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A verification as the REST interface shows it. */
public record VerificationView(
        String migrationId,
        String workspace,
        String state,
        long generation,
        Instant changedAt,
        @Nullable Report report) {

    static VerificationView brief(VerificationRecord record) {
        return view(record, null);
    }

    static VerificationView whole(VerificationRecord record) {
        return view(record, record.report().orElse(null));
    }

    private static VerificationView view(VerificationRecord record, @Nullable Report report) {
        return new VerificationView(
                record.request().migrationId(),
                record.request().workspace(),
                record.state().word(),
                record.state().generation(),
                record.changedAt(),
                report);
    }
}
