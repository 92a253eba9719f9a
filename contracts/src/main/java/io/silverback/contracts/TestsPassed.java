package io.silverback.contracts;

/**
 * Green answers for the workspace as blue does.
 *
 * @param report the report's artefact
 * @param probes requests sent to both sides
 * @param parity entities compared and differing
 * @param routes routes that were exercised, of all
 * @param logins credentials by class of proof
 */
public record TestsPassed(
        String migrationId,
        String workspace,
        String planHash,
        long generation,
        ArtefactReference report,
        Probes probes,
        Parity parity,
        Coverage routes,
        Logins logins)
        implements Event {

    /** Probe requests: all, those with equal answers, those whose difference is noise. */
    public record Probes(int run, int passed, int noise) {}

    /** Entities compared and, of these, differing. */
    public record Parity(int entities, int differing) {}

    /** How many were exercised, of how many. */
    public record Coverage(int exercised, int total) {}

    /** Credentials whose login was proven, whose row was proven, and the rest. */
    public record Logins(int proven, int rowsProven, int notProven) {}
}
