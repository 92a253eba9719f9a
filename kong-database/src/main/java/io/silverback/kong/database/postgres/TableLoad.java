package io.silverback.kong.database.postgres;

/**
 * What a load did to one table.
 *
 * @param brought rows that green did not have
 * @param replaced rows that green had otherwise
 * @param removed rows that only green had
 * @param expired rows left out because their time was over
 * @param kept rows left out in favour of green's own
 */
public record TableLoad(
        String table, long brought, long replaced, long removed, long expired, long kept) {}
