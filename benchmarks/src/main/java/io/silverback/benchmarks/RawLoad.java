package io.silverback.benchmarks;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/**
 * A load generator that takes as little as it can of the machine that it shares: kept-alive
 * connections, one request at a time on each, answers read but not understood.
 */
final class RawLoad {
    private static final int CONNECTIONS = 8;
    private static final String LENGTH = "content-length:";

    private RawLoad() {}

    /** Answers below 300 per second; the supplier makes each request, as bytes. */
    static double perSecond(int port, Duration time, Supplier<byte[]> requests)
            throws IOException, InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
        long end = System.nanoTime() + time.toNanos();
        try {
            List<Future<Integer>> counts = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                counts.add(threads.submit(() -> until(end, port, requests)));
            }
            long total = 0;
            for (Future<Integer> count : counts) {
                total += count.get();
            }
            return total / (time.toNanos() / 1e9);
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private static int until(long end, int port, Supplier<byte[]> requests) throws IOException {
        int count = 0;
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
            while (System.nanoTime() < end) {
                socket.getOutputStream().write(requests.get());
                skipAnswer(in);
                count++;
            }
        }
        return count;
    }

    /** Sends one request; fails when it is refused. */
    static void once(int port, byte[] request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream().write(request);
            skipAnswer(new BufferedInputStream(socket.getInputStream()));
        }
    }

    private static void skipAnswer(InputStream in) throws IOException {
        String status = line(in);
        if (!status.startsWith("HTTP/1.1 2")) {
            throw new IOException("answered " + status);
        }
        long length = 0;
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            if (line.regionMatches(true, 0, LENGTH, 0, LENGTH.length())) {
                length = Long.parseLong(line.substring(LENGTH.length()).trim());
            }
        }
        in.skipNBytes(length);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder(64);
        for (int read = in.read(); read != '\n'; read = in.read()) {
            if (read < 0) {
                throw new IOException("the connection ended");
            }
            if (read != '\r') {
                line.append((char) read);
            }
        }
        return line.toString();
    }

    /** A request with a body of JSON; none for an empty text. */
    static byte[] request(String method, String path, String json) {
        String body =
                json.isEmpty()
                        ? "\r\n"
                        : "Content-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
                                .formatted(json.length(), json);
        return (method + " " + path + " HTTP/1.1\r\nHost: bench.test\r\n" + body)
                .getBytes(StandardCharsets.US_ASCII);
    }
}
