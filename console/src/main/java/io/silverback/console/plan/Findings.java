package io.silverback.console.plan;

import java.util.ArrayList;
import java.util.List;

/** Collects what a reading finds, so that all of a plan's errors are told at once. */
final class Findings {

    private final List<Remark> errors = new ArrayList<>();
    private final List<Remark> warnings = new ArrayList<>();

    void error(String field, String reason) {
        errors.add(new Remark(field, reason));
    }

    void warn(String field, String reason) {
        warnings.add(new Remark(field, reason));
    }

    /** Whether anything speaks against the field or a field below it. */
    boolean hasErrorAt(String field) {
        return errors.stream().anyMatch(error -> error.field().startsWith(field));
    }

    List<Remark> errors() {
        return List.copyOf(errors);
    }

    List<Remark> warnings() {
        return List.copyOf(warnings);
    }
}
