package io.silverback.registry;

import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.function.Function;

/** Addresses of servers: {@code host}, {@code host:port} or {@code [::1]:port}. */
final class ServerAddress {

    private ServerAddress() {}

    /** Unresolved; {@code port} where the text names none. */
    static InetSocketAddress parse(
            String text, int port, Function<String, RegistryException> refusal) {
        try {
            URI address = new URI("server://" + text).parseServerAuthority();
            boolean isBare = address.getUserInfo() == null && address.getPath().isEmpty();
            if (isBare && address.getHost() != null && address.getPort() <= 0xffff) {
                return InetSocketAddress.createUnresolved(
                        address.getHost(), address.getPort() < 0 ? port : address.getPort());
            }
        } catch (URISyntaxException e) {
            throw refusal.apply("must be host or host:port");
        }
        throw refusal.apply("must be host or host:port");
    }
}
