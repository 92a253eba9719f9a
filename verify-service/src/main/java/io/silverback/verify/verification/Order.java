package io.silverback.verify.verification;

import io.silverback.contracts.MigrationRequested;

/**
 * What is to be verified.
 *
 * @param generation of the configuration on green
 */
public record Order(MigrationRequested request, long generation) {}
