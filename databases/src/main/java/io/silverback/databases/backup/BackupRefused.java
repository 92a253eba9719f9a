package io.silverback.databases.backup;

import org.jspecify.annotations.Nullable;

/** A backup can't be taken, read or brought back; nothing was written to any database. */
public final class BackupRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BackupRefused(String sentence) {
        this(sentence, null);
    }

    BackupRefused(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
