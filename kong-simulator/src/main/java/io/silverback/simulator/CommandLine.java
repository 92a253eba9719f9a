package io.silverback.simulator;

import io.silverback.simulator.store.Manners;
import io.silverback.simulator.store.postgres.KongTables;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the arguments of {@link KongSimulator}. */
final class CommandLine {
    static final String USAGE =
            "Usage: kong-simulator --name NAME --database cassandra|postgres [--version 3.3.1] --admin-port PORT"
                    + " --proxy-port PORT [--edition enterprise|oss] [--admin-token TOKEN] [--load FILE...]"
                    + " [--hashed-credentials] [--seed N] [--host 127.0.0.1] [--proxy-tls-port PORT]"
                    + " [--upstreams echo|real] [--postgres-url jdbc:postgresql:… [--postgres-schema FILE]]"
                    + " [--setting NAME=VALUE...]"
                    + TopologyArguments.USAGE;

    private CommandLine() {}

    /** Arguments that make no sense; the message is one sentence. */
    static final class Misuse extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Misuse(String message) {
            super(message);
        }
    }

    static SimulatorOptions parse(String... arguments) {
        SimulatorOptions options = SimulatorOptions.cassandra("kong").withPorts(8001, 8000);
        TopologyArguments topology = new TopologyArguments();
        List<Path> files = new ArrayList<>();
        boolean hashed = false;
        Iterator<String> rest = Arrays.asList(arguments).iterator();
        String option = "";
        while (rest.hasNext()) {
            String word = rest.next();
            boolean more = !word.startsWith("--") && option.equals("--load");
            option = more ? option : word;
            if (more || option.equals("--load")) {
                files.add(Path.of(more ? word : value(option, rest)));
            } else if (option.equals("--hashed-credentials")) {
                hashed = true;
            } else {
                String value = value(option, rest);
                options = topology.take(option, value) ? options : with(options, option, value);
            }
        }
        return options.withFiles(List.copyOf(files), hashed)
                .withTopology(topology.topology(options.version()));
    }

    private static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new Misuse(option + " needs a value. " + USAGE);
        }
        return rest.next();
    }

    private static SimulatorOptions with(SimulatorOptions options, String option, String value) {
        return switch (option) {
            case "--name" -> options.withName(value);
            case "--database" -> options.withDatabase(database(value));
            case "--version" -> options.withVersion(value);
            case "--edition" -> options.withEnterprise(isEnterprise(value));
            case "--admin-token" -> options.withAdminToken(value);
            case "--admin-port" -> options.withPorts(port(option, value), options.proxyPort());
            case "--proxy-port" -> options.withPorts(options.adminPort(), port(option, value));
            case "--proxy-tls-port" -> options.withTlsPort(port(option, value));
            case "--upstreams" -> options.withForwarding(isForwarding(value));
            case "--postgres-url" ->
                    options.withTables(new KongTables(value, schema(options.tables())));
            case "--postgres-schema" ->
                    options.withTables(new KongTables(url(options.tables()), Path.of(value)));
            case "--host" -> options.withHost(value);
            case "--setting" -> options.withSettings(more(options.settings(), value));
            case "--seed" -> options.withSeed(number(option, value));
            default -> throw new Misuse("Unknown option " + option + ". " + USAGE);
        };
    }

    private static Map<String, Object> more(Map<String, Object> settings, String pair) {
        int equals = pair.indexOf('=');
        if (equals < 1) {
            throw new Misuse("--setting is NAME=VALUE, not " + pair + ".");
        }
        Map<String, Object> more = new TreeMap<>(settings);
        more.put(pair.substring(0, equals), pair.substring(equals + 1));
        return more;
    }

    private static @Nullable Path schema(@Nullable KongTables tables) {
        return tables == null ? null : tables.schema();
    }

    private static String url(@Nullable KongTables tables) {
        return tables == null ? "" : tables.jdbcUrl();
    }

    private static Manners database(String value) {
        return switch (value) {
            case "cassandra", "postgres" -> Manners.valueOf(value.toUpperCase(Locale.ROOT));
            default -> throw new Misuse("--database is cassandra or postgres, not " + value + ".");
        };
    }

    private static boolean isEnterprise(String value) {
        return switch (value) {
            case "enterprise" -> true;
            case "oss" -> false;
            default -> throw new Misuse("--edition is enterprise or oss, not " + value + ".");
        };
    }

    private static boolean isForwarding(String value) {
        return switch (value) {
            case "real" -> true;
            case "echo" -> false;
            default -> throw new Misuse("--upstreams is echo or real, not " + value + ".");
        };
    }

    static int count(String option, String value) {
        long count = number(option, value);
        if (count < 1 || count > 100) {
            throw new Misuse(option + " is a number from 1 to 100, not " + value + ".");
        }
        return (int) count;
    }

    static int port(String option, String value) {
        long port = number(option, value);
        if (port < 0 || port > 65535) {
            throw new Misuse(option + " is a port from 0 to 65535, not " + value + ".");
        }
        return (int) port;
    }

    static long number(String option, String value) {
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw new Misuse(option + " is a number, not " + value + ".");
        }
    }
}
