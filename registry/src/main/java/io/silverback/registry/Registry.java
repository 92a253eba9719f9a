package io.silverback.registry;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What an installation knows by name. Plans and events carry the names only.
 *
 * <p>The maps keep the order of the file; none of them holds a secret.
 */
public record Registry(
        Map<String, Gateway> gateways,
        Map<String, Router> routers,
        Map<String, Store> stores,
        Map<String, Login> logins,
        Map<String, Command> commands) {

    /**
     * Reads a registry file; paths in it are relative to the file. No secret is read.
     *
     * @throws RegistryException naming the field and the reason, when the file can't be used
     */
    public static Registry load(Path file) {
        return new RegistryReader(file).read();
    }

    /** The gateway of that name. */
    public Optional<Gateway> gateway(String name) {
        return Optional.ofNullable(gateways.get(name));
    }

    /** The router of that name. */
    public Optional<Router> router(String name) {
        return Optional.ofNullable(routers.get(name));
    }

    /** The artefact store of that name. */
    public Optional<Store> store(String name) {
        return Optional.ofNullable(stores.get(name));
    }

    /** The login material of that name. */
    public Optional<Login> login(String name) {
        return Optional.ofNullable(logins.get(name));
    }

    /** The command of that name. */
    public Optional<Command> command(String name) {
        return Optional.ofNullable(commands.get(name));
    }
}
