package io.silverback.kong.database.cassandra;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * A real Cassandra 5 as a process of its own, on loopback, with 512 MB of heap. Its class path
 * comes from {@code src/test/cassandra/pom.xml} of the module that {@code cassandra.module} names;
 * without Maven or its jars the test is skipped.
 */
public final class CassandraProcess implements AutoCloseable {

    private static final List<String> OPENED =
            List.of(
                    "java.base/java.io",
                    "java.base/java.lang",
                    "java.base/java.lang.module",
                    "java.base/java.lang.reflect",
                    "java.base/java.math",
                    "java.base/java.net",
                    "java.base/java.nio",
                    "java.base/java.nio.charset",
                    "java.base/java.nio.file.spi",
                    "java.base/java.util",
                    "java.base/java.util.concurrent",
                    "java.base/java.util.concurrent.atomic",
                    "java.base/java.util.concurrent.locks",
                    "java.base/jdk.internal.loader",
                    "java.base/jdk.internal.math",
                    "java.base/jdk.internal.misc",
                    "java.base/jdk.internal.module",
                    "java.base/jdk.internal.ref",
                    "java.base/jdk.internal.reflect",
                    "java.base/jdk.internal.util.jar",
                    "java.base/sun.nio.ch",
                    "java.management.rmi/com.sun.jmx.remote.internal.rmi",
                    "java.rmi/sun.rmi.registry",
                    "java.rmi/sun.rmi.server",
                    "java.rmi/sun.rmi.transport.tcp",
                    "java.sql/java.sql",
                    "jdk.management/com.sun.management.internal");

    private final Path home;
    private final Process process;
    private final int port;

    private CassandraProcess(Path home, Process process, int port) {
        this.home = home;
        this.process = process;
        this.port = port;
    }

    /** Starts one in the directory that lets everybody in, and waits until it answers. */
    public static CassandraProcess start(Path home) throws IOException, InterruptedException {
        return start(home, false);
    }

    /** Starts one that asks for role and password, and keeps to what each role was granted. */
    public static CassandraProcess startWithRoles(Path home)
            throws IOException, InterruptedException {
        return start(home, true);
    }

    private static CassandraProcess start(Path home, boolean withRoles)
            throws IOException, InterruptedException {
        String classPath = classPath();
        int port = freePort();
        int storagePort = freePort();
        for (String file : List.of("cassandra.yaml", "logback.xml")) {
            try (var in = CassandraProcess.class.getResourceAsStream("/cassandra/" + file)) {
                String text =
                        new String(in.readAllBytes())
                                .replace("@HOME@", home.toString())
                                .replace("@AUTHENTICATOR@", withRoles ? "Password" : "AllowAll")
                                .replace("@AUTHORIZER@", withRoles ? "Cassandra" : "AllowAll")
                                .replace("@NATIVE_PORT@", Integer.toString(port))
                                .replace("@STORAGE_PORT@", Integer.toString(storagePort));
                Files.writeString(home.resolve(file), text);
            }
        }
        Process process =
                new ProcessBuilder(command(home, classPath))
                        .directory(home.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(home.resolve("out.log").toFile())
                        .start();
        CassandraProcess cassandra = new CassandraProcess(home, process, port);
        cassandra.awaitAnswer(Duration.ofMinutes(2));
        return cassandra;
    }

    public InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }

    private void awaitAnswer(Duration atMost) throws IOException, InterruptedException {
        Instant end = Instant.now().plus(atMost);
        while (!answers()) {
            if (process.waitFor(100, TimeUnit.MILLISECONDS) || Instant.now().isAfter(end)) {
                close();
                throw new IOException(
                        "Cassandra did not start: " + Files.readString(home.resolve("out.log")));
            }
        }
    }

    private boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(address(), 500);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static List<String> command(Path home, String classPath) {
        List<String> command = new ArrayList<>();
        command.add(java17());
        command.addAll(List.of("-Xms512m", "-Xmx512m", "-XX:+UseSerialGC", "-Xss512k"));
        Arrays.stream(classPath.split(File.pathSeparator))
                .filter(jar -> jar.contains("jamm"))
                .forEach(jar -> command.add("-javaagent:" + jar));
        for (String opened : OPENED) {
            command.addAll(List.of("--add-opens", opened + "=ALL-UNNAMED"));
            command.addAll(List.of("--add-exports", opened + "=ALL-UNNAMED"));
        }
        command.addAll(
                List.of(
                        "-Djdk.attach.allowAttachSelf=true",
                        "-Dcassandra.config=" + home.resolve("cassandra.yaml").toUri(),
                        "-Dcassandra.storagedir=" + home,
                        "-Dcassandra-foreground=yes",
                        "-Dcassandra.ring_delay_ms=1",
                        "-Dcassandra.superuser_setup_delay_ms=0",
                        "-Dcassandra.skip_wait_for_gossip_to_settle=0",
                        "-Dlogback.configurationFile=" + home.resolve("logback.xml"),
                        "-cp",
                        classPath,
                        "org.apache.cassandra.service.CassandraDaemon"));
        return command;
    }

    /** Cassandra 5 runs on Java 17 at most, whatever runs the build. */
    private static String java17() {
        Path own = Path.of(System.getProperty("java.home"), "bin", "java");
        if (Runtime.version().feature() == 17) {
            return own.toString();
        }
        try (Stream<Path> installed = Files.list(Path.of("/usr/lib/jvm"))) {
            return installed
                    .filter(path -> path.getFileName().toString().contains("17"))
                    .map(path -> path.resolve("bin/java"))
                    .filter(Files::isExecutable)
                    .map(Path::toString)
                    .findFirst()
                    .orElse(own.toString());
        } catch (IOException e) {
            return own.toString();
        }
    }

    private static synchronized String classPath() throws IOException, InterruptedException {
        Path module = Path.of(System.getProperty("cassandra.module", "."));
        module = module.toAbsolutePath().normalize();
        Path file = module.resolve("target/cassandra.classpath");
        if (!Files.isRegularFile(file) && !resolve(module, file)) {
            Assumptions.abort("Cassandra's jars can't be resolved by mvn");
        }
        return Files.readString(file).strip();
    }

    private static boolean resolve(Path module, Path file)
            throws IOException, InterruptedException {
        Files.createDirectories(file.getParent());
        try {
            Process maven =
                    new ProcessBuilder(
                                    "mvn",
                                    "-q",
                                    "-B",
                                    "-f",
                                    module.resolve("src/test/cassandra/pom.xml").toString(),
                                    "org.apache.maven.plugins:maven-dependency-plugin:3.9.0:build-classpath",
                                    "-Dmdep.outputFile=" + file)
                            .redirectErrorStream(true)
                            .redirectOutput(module.resolve("target/cassandra-mvn.log").toFile())
                            .start();
            return maven.waitFor(5, TimeUnit.MINUTES) && maven.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
