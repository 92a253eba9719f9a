package io.silverback.dump.preparation;

import io.silverback.registry.Gateway;

/**
 * What a gateway says of itself, beside what the registry says of it.
 *
 * @param edition {@code enterprise} or {@code oss}
 */
public record GatewayFacts(
        String gateway,
        Gateway.Database registered,
        Gateway.Database database,
        String version,
        String edition) {}
