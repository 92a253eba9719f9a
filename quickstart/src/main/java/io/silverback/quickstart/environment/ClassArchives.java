package io.silverback.quickstart.environment;

import java.nio.file.Path;

/**
 * What programs load at their start, kept beside their jars so that the next start maps it instead
 * of reading and checking class by class. Another Java, or a changed jar, does without.
 */
public enum ClassArchives {
    /** Programs start with what has been kept. */
    USED("-XX:SharedArchiveFile="),
    /** Programs keep what they have loaded when they end. */
    MADE("-XX:ArchiveClassesAtExit=");

    private final String option;

    ClassArchives(String option) {
        this.option = option;
    }

    /** The longest that a program may take to end, in seconds. */
    long stopSeconds() {
        return this == MADE ? 60 : 8;
    }

    /** The flag for a program whose jar lies in {@code directory}, and which must run there. */
    String flag(Path directory, String program) {
        String java = System.getProperty("java.vm.version");
        return option + directory.resolve("classes-%s-%s.jsa".formatted(program, java));
    }
}
