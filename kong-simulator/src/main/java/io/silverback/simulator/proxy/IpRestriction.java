package io.silverback.simulator.proxy;

import io.silverback.simulator.schema.Document;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The plugin ip-restriction: addresses and networks that may come in, or may not. */
final class IpRestriction implements Enforcer {
    @Override
    public @Nullable Answer access(Exchange exchange, Document config) {
        String client = exchange.request().client();
        List<?> allow = config.list("allow");
        boolean refused =
                config.list("deny").stream().anyMatch(network -> holds(network, client))
                        || !allow.isEmpty()
                                && allow.stream().noneMatch(network -> holds(network, client));
        if (!refused) {
            return null;
        }
        String message = config.text("message");
        return Answer.message(
                (int) config.number("status", 403),
                message == null ? "Your IP address is not allowed" : message);
    }

    private static boolean holds(Object network, String client) {
        String[] parts = String.valueOf(network).split("/", 2);
        try {
            byte[] base = InetAddress.getByName(parts[0]).getAddress();
            byte[] address = InetAddress.getByName(client).getAddress();
            int bits = base.length * 8;
            int prefix = parts.length == 2 ? Integer.parseInt(parts[1]) : bits;
            return base.length == address.length
                    && new BigInteger(1, base)
                            .shiftRight(bits - prefix)
                            .equals(new BigInteger(1, address).shiftRight(bits - prefix));
        } catch (UnknownHostException | NumberFormatException e) {
            return false;
        }
    }
}
