package io.silverback.kong.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * Which gateways have an entity.
 *
 * @param since the first version that has it; null: all
 * @param until the first version that lacks it again; null: none
 * @param proven whether it was seen on a running gateway, or is known from documentation alone
 */
public record Availability(
        Edition edition, @Nullable KongVersion since, @Nullable KongVersion until, boolean proven) {

    /** Whether a gateway of this edition and version has it. */
    public boolean in(Edition other, KongVersion version) {
        return (edition == Edition.OSS || other == Edition.ENTERPRISE)
                && (since == null || version.compareTo(since) >= 0)
                && (until == null || version.compareTo(until) < 0);
    }
}
