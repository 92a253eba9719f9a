package io.silverback.cli.rest;

import java.util.LinkedHashMap;
import java.util.Map;

/** The other side answered and said no. */
public final class RefusedException extends CliException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    RefusedException(Problem problem) {
        super(problem.sentence());
        this.problem = problem;
    }

    /** What was said. */
    public Problem problem() {
        return problem;
    }

    @Override
    public Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("type", problem.type());
        fields.put("title", problem.title());
        fields.put("status", problem.status());
        fields.put("detail", problem.detail());
        fields.put("errors", problem.errors());
        return fields;
    }
}
