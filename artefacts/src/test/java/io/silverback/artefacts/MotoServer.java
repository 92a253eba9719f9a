package io.silverback.artefacts;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/**
 * Moto's S3 as a process of its own on loopback. Its program is what {@code moto.server} or the
 * environment's {@code MOTO_SERVER} names; where it does not start the test is skipped.
 */
final class MotoServer implements AutoCloseable {

    private static final Duration AT_MOST = Duration.ofMinutes(1);

    private final Process process;
    private final int port;

    private MotoServer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static MotoServer start(Path log) throws IOException, InterruptedException {
        int port = freePort();
        MotoServer server = new MotoServer(process(port, log), port);
        Instant end = Instant.now().plus(AT_MOST);
        while (!server.answers()) {
            if (server.process.waitFor(100, TimeUnit.MILLISECONDS) || Instant.now().isAfter(end)) {
                server.close();
                Assumptions.abort("moto_server does not start: S3 is not tested");
            }
        }
        return server;
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + port);
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }

    private static Process process(int port, Path log) {
        try {
            return new ProcessBuilder(program(), "-H", "127.0.0.1", "-p", Integer.toString(port))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
        } catch (IOException e) {
            return Assumptions.abort("moto_server is not installed: S3 is not tested");
        }
    }

    private static String program() {
        return Optional.ofNullable(System.getProperty("moto.server"))
                .or(() -> Optional.ofNullable(System.getenv("MOTO_SERVER")))
                .filter(named -> !named.isBlank())
                .orElse("moto_server");
    }

    private boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            return true;
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
