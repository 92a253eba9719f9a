package io.silverback.simulator;

import io.silverback.simulator.store.Manners;
import io.silverback.simulator.store.postgres.KongTables;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
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
        return with(copy -> copy.name = changed);
    }

    /** On another database. */
    public SimulatorOptions withDatabase(Manners changed) {
        return with(copy -> copy.database = changed);
    }

    /** On certain ports; 0 is any free one. */
    public SimulatorOptions withPorts(int admin, int proxy) {
        return with(copy -> copy.adminPort = admin).with(copy -> copy.proxyPort = proxy);
    }

    /** With a port for the proxy over TLS: 0 is any free one, {@link #NO_PORT} none. */
    public SimulatorOptions withTlsPort(int changed) {
        return with(copy -> copy.tlsPort = changed);
    }

    /** With requests sent on to the services' real addresses, instead of being echoed. */
    public SimulatorOptions withForwarding(boolean changed) {
        return with(copy -> copy.forwarding = changed);
    }

    /** Of another version. */
    public SimulatorOptions withVersion(String changed) {
        return with(copy -> copy.version = changed);
    }

    /** Of the open source edition, or of Enterprise. */
    public SimulatorOptions withEnterprise(boolean changed) {
        return with(copy -> copy.enterprise = changed);
    }

    /** With a token that {@code Kong-Admin-Token} must carry; null for no check. */
    public SimulatorOptions withAdminToken(@Nullable String token) {
        return with(copy -> copy.adminToken = token);
    }

    /** With decK files to load; their passwords are plain, or hashes to be stored as they are. */
    public SimulatorOptions withFiles(List<Path> changed, boolean hashed) {
        return with(copy -> copy.files = changed).with(copy -> copy.hashedCredentials = hashed);
    }

    /** With another seed for faults. */
    public SimulatorOptions withSeed(long changed) {
        return with(copy -> copy.seed = changed);
    }

    /** Listening on another address than loopback. */
    public SimulatorOptions withHost(String changed) {
        return with(copy -> copy.host = changed);
    }

    /** With other nodes than a single one. */
    public SimulatorOptions withTopology(Topology changed) {
        return with(copy -> copy.topology = changed);
    }

    /** With other variables for the vault {@code env} than the process has. */
    public SimulatorOptions withEnvironment(Map<String, String> changed) {
        return with(copy -> copy.environment = Map.copyOf(changed));
    }

    /** With settings of Kong's configuration, which {@code GET /} shows. */
    public SimulatorOptions withSettings(Map<String, Object> changed) {
        return with(copy -> copy.settings = Map.copyOf(changed));
    }

    /** On Kong's own tables in a real PostgreSQL. */
    public SimulatorOptions withTables(KongTables changed) {
        return withDatabase(Manners.POSTGRES).with(copy -> copy.tables = changed);
    }

    private SimulatorOptions with(Consumer<SimulatorOptions> change) {
        try {
            SimulatorOptions copy = (SimulatorOptions) clone();
            change.accept(copy);
            return copy;
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

    /** What answers say that they come from. */
    String server() {
        return "kong/" + version;
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
