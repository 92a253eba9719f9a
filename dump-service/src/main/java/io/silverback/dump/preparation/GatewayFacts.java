package io.silverback.dump.preparation;

/**
 * What a gateway says of itself, beside what the registry says of it.
 *
 * @param registered the database that the registry names: {@code cassandra} or {@code postgres}
 * @param edition {@code enterprise} or {@code oss}
 * @param hasDatabaseAccess whether the registry says how the database itself is reached
 */
public record GatewayFacts(
        String gateway,
        String registered,
        String database,
        String version,
        String edition,
        boolean hasDatabaseAccess) {}
