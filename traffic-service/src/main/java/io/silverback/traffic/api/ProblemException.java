package io.silverback.traffic.api;

/** A request that can't be answered as it was meant. */
final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    ProblemException(Problem problem) {
        super(problem.detail());
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }

    static ProblemException unknown(String cutover) {
        return new ProblemException(
                Problem.of("not-found", "Not found", 404, "no cutover is called " + cutover));
    }
}
