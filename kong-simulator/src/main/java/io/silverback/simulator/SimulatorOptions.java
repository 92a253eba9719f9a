package io.silverback.simulator;

import io.silverback.simulator.store.Manners;
import io.silverback.simulator.store.postgres.KongTables;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a simulated Kong is started. Never changed: each {@code with} makes another. */
public final class SimulatorOptions implements Cloneable {
    /** A port that is not opened. */
    public static final int NO_PORT = -1;

    private String name;
    private Manners database = Manners.CASSANDRA;
    private String version = "3.3.1";
    private boolean enterprise = true;
    private int adminPort;
    private int proxyPort;
    private int tlsPort = NO_PORT;
    private boolean forwarding;
    private @Nullable String adminToken;
    private List<Path> files = List.of();
    private boolean hashedCredentials;
    private long seed = 1;
    private String host = "127.0.0.1";
    private Topology topology = Topology.single();
    private Map<String, String> environment = System.getenv();
    private Map<String, Object> settings = Map.of();
    private @Nullable KongTables tables;

    private SimulatorOptions(String name) {
        this.name = name;
    }

    /** An Enterprise gateway on Cassandra, on any free ports. */
    public static SimulatorOptions cassandra(String name) {
        return new SimulatorOptions(name);
    }

    /** An Enterprise gateway on PostgreSQL, on any free ports. */
    public static SimulatorOptions postgres(String name) {
        return cassandra(name).withDatabase(Manners.POSTGRES);
    }

    /** With another name. */
    public SimulatorOptions withName(String changed) {
        SimulatorOptions copy = copy();
        copy.name = changed;
        return copy;
    }

    /** On another database. */
    public SimulatorOptions withDatabase(Manners changed) {
        SimulatorOptions copy = copy();
        copy.database = changed;
        return copy;
    }

    /** On certain ports; 0 is any free one. */
    public SimulatorOptions withPorts(int admin, int proxy) {
        SimulatorOptions copy = copy();
        copy.adminPort = admin;
        copy.proxyPort = proxy;
        return copy;
    }

    /** With a port for the proxy over TLS: 0 is any free one, {@link #NO_PORT} none. */
    public SimulatorOptions withTlsPort(int changed) {
        SimulatorOptions copy = copy();
        copy.tlsPort = changed;
        return copy;
    }

    /** With requests sent on to the services' real addresses, instead of being echoed. */
    public SimulatorOptions withForwarding(boolean changed) {
        SimulatorOptions copy = copy();
        copy.forwarding = changed;
        return copy;
    }

    /** Of another version. */
    public SimulatorOptions withVersion(String changed) {
        SimulatorOptions copy = copy();
        copy.version = changed;
        return copy;
    }

    /** Of the open source edition, or of Enterprise. */
    public SimulatorOptions withEnterprise(boolean changed) {
        SimulatorOptions copy = copy();
        copy.enterprise = changed;
        return copy;
    }

    /** With a token that {@code Kong-Admin-Token} must carry; null for no check. */
    public SimulatorOptions withAdminToken(@Nullable String token) {
        SimulatorOptions copy = copy();
        copy.adminToken = token;
        return copy;
    }

    /** With decK files to load; their passwords are plain, or hashes to be stored as they are. */
    public SimulatorOptions withFiles(List<Path> changed, boolean hashed) {
        SimulatorOptions copy = copy();
        copy.files = changed;
        copy.hashedCredentials = hashed;
        return copy;
    }

    /** With another seed for faults. */
    public SimulatorOptions withSeed(long changed) {
        SimulatorOptions copy = copy();
        copy.seed = changed;
        return copy;
    }

    /** Listening on another address than loopback. */
    public SimulatorOptions withHost(String changed) {
        SimulatorOptions copy = copy();
        copy.host = changed;
        return copy;
    }

    /** With other nodes than a single one. */
    public SimulatorOptions withTopology(Topology changed) {
        SimulatorOptions copy = copy();
        copy.topology = changed;
        return copy;
    }

    /** With other variables for the vault {@code env} than the process has. */
    public SimulatorOptions withEnvironment(Map<String, String> changed) {
        SimulatorOptions copy = copy();
        copy.environment = Map.copyOf(changed);
        return copy;
    }

    /** With settings of Kong's configuration, which {@code GET /} shows. */
    public SimulatorOptions withSettings(Map<String, Object> changed) {
        SimulatorOptions copy = copy();
        copy.settings = Map.copyOf(changed);
        return copy;
    }

    /** On Kong's own tables in a real PostgreSQL. */
    public SimulatorOptions withTables(KongTables changed) {
        SimulatorOptions copy = withDatabase(Manners.POSTGRES);
        copy.tables = changed;
        return copy;
    }

    private SimulatorOptions copy() {
        try {
            return (SimulatorOptions) clone();
        } catch (CloneNotSupportedException e) {
            throw new AssertionError(e);
        }
    }

    String name() {
        return name;
    }

    Manners database() {
        return database;
    }

    String version() {
        return version;
    }

    boolean enterprise() {
        return enterprise;
    }

    int adminPort() {
        return adminPort;
    }

    int proxyPort() {
        return proxyPort;
    }

    int tlsPort() {
        return tlsPort;
    }

    boolean forwarding() {
        return forwarding;
    }

    @Nullable String adminToken() {
        return adminToken;
    }

    List<Path> files() {
        return files;
    }

    boolean hashedCredentials() {
        return hashedCredentials;
    }

    long seed() {
        return seed;
    }

    @Nullable KongTables tables() {
        return tables;
    }

    Topology topology() {
        return topology;
    }

    Map<String, Object> settings() {
        return settings;
    }

    String host() {
        return host;
    }

    Map<String, String> environment() {
        return environment;
    }
}
