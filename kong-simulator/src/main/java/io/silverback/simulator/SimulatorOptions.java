package io.silverback.simulator;

import io.silverback.simulator.store.Manners;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a simulated Kong is started. Port 0 is any free port.
 *
 * @param adminToken what {@code Kong-Admin-Token} must carry; null for no check
 * @param hashedCredentials whether the files' passwords are hashes, to be stored as they are
 * @param host the address to listen on
 */
public record SimulatorOptions(
        String name,
        Manners database,
        String version,
        boolean enterprise,
        int adminPort,
        int proxyPort,
        @Nullable String adminToken,
        List<Path> files,
        boolean hashedCredentials,
        long seed,
        String host) {

    private static final String LOOPBACK = "127.0.0.1";

    /** An Enterprise gateway on Cassandra, on any free ports. */
    public static SimulatorOptions cassandra(String name) {
        return new SimulatorOptions(
                name, Manners.CASSANDRA, "3.3.1", true, 0, 0, null, List.of(), false, 1, LOOPBACK);
    }

    /** An Enterprise gateway on PostgreSQL, on any free ports. */
    public static SimulatorOptions postgres(String name) {
        return cassandra(name).withDatabase(Manners.POSTGRES);
    }

    /** On another database. */
    public SimulatorOptions withDatabase(Manners changed) {
        return new SimulatorOptions(
                name,
                changed,
                version,
                enterprise,
                adminPort,
                proxyPort,
                adminToken,
                files,
                hashedCredentials,
                seed,
                host);
    }

    /** On certain ports. */
    public SimulatorOptions withPorts(int admin, int proxy) {
        return new SimulatorOptions(
                name,
                database,
                version,
                enterprise,
                admin,
                proxy,
                adminToken,
                files,
                hashedCredentials,
                seed,
                host);
    }

    /** Of another version. */
    public SimulatorOptions withVersion(String changed) {
        return new SimulatorOptions(
                name,
                database,
                changed,
                enterprise,
                adminPort,
                proxyPort,
                adminToken,
                files,
                hashedCredentials,
                seed,
                host);
    }

    /** Of the open source edition, or of Enterprise. */
    public SimulatorOptions withEnterprise(boolean changed) {
        return new SimulatorOptions(
                name,
                database,
                version,
                changed,
                adminPort,
                proxyPort,
                adminToken,
                files,
                hashedCredentials,
                seed,
                host);
    }

    /** With a token that the Admin API asks for. */
    public SimulatorOptions withAdminToken(@Nullable String token) {
        return new SimulatorOptions(
                name,
                database,
                version,
                enterprise,
                adminPort,
                proxyPort,
                token,
                files,
                hashedCredentials,
                seed,
                host);
    }

    /** With decK files to load; their passwords are plain, or hashes. */
    public SimulatorOptions withFiles(List<Path> changed, boolean hashed) {
        return new SimulatorOptions(
                name,
                database,
                version,
                enterprise,
                adminPort,
                proxyPort,
                adminToken,
                changed,
                hashed,
                seed,
                host);
    }

    /** With another seed for faults. */
    public SimulatorOptions withSeed(long changed) {
        return new SimulatorOptions(
                name,
                database,
                version,
                enterprise,
                adminPort,
                proxyPort,
                adminToken,
                files,
                hashedCredentials,
                changed,
                host);
    }

    /** Listening on another address than loopback. */
    public SimulatorOptions withHost(String changed) {
        return new SimulatorOptions(
                name,
                database,
                version,
                enterprise,
                adminPort,
                proxyPort,
                adminToken,
                files,
                hashedCredentials,
                seed,
                changed);
    }
}
