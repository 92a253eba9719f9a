package io.silverback.dump.backup;

/** What was asked of a backup is not done: one sentence for people, without secrets. */
public final class BackupStopped extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** For that reason. */
    public BackupStopped(String sentence) {
        super(sentence);
    }

    BackupStopped(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
