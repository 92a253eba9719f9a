package io.silverback.simulator.proxied;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** HTTP/1.1 as bytes: what no client library would send must be sent too. */
final class Wire {
    private Wire() {}

    /** A status, the headers in their order, and the body. */
    record Reply(int status, List<List<String>> headers, String body) {
        List<String> all(String name) {
            return headers.stream()
                    .filter(header -> header.get(0).equalsIgnoreCase(name))
                    .map(header -> header.get(1))
                    .toList();
        }

        private @Nullable String first(String name) {
            return all(name).stream().findFirst().orElse(null);
        }
    }

    static Reply exchange(Socket socket, String method, String head, byte[] body)
            throws IOException {
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        request.writeBytes(body);
        socket.getOutputStream().write(request.toByteArray());
        socket.getOutputStream().flush();
        InputStream in = new BufferedInputStream(socket.getInputStream());
        Reply reply = head(in);
        while (reply.status() == 100) {
            reply = head(in);
        }
        boolean bare = method.equals("HEAD") || reply.status() == 204 || reply.status() == 304;
        return bare ? reply : new Reply(reply.status(), reply.headers(), body(in, reply));
    }

    private static Reply head(InputStream in) throws IOException {
        int status = Integer.parseInt(line(in).split(" ", 3)[1]);
        List<List<String>> headers = new ArrayList<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            String[] parts = line.split(":", 2);
            headers.add(List.of(parts[0], parts[1].trim()));
        }
        return new Reply(status, headers, "");
    }

    private static String body(InputStream in, Reply reply) throws IOException {
        String length = reply.first("Content-Length");
        if (length != null) {
            return text(in.readNBytes(Integer.parseInt(length)));
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = Integer.parseInt(line(in), 16); size > 0; ) {
            body.writeBytes(in.readNBytes(size));
            line(in);
            size = Integer.parseInt(line(in), 16);
        }
        return text(body.toByteArray());
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int read = in.read(); read != '\n'; read = in.read()) {
            if (read < 0) {
                throw new EOFException("after: " + line.toString(StandardCharsets.UTF_8));
            }
            line.write(read);
        }
        return text(line.toByteArray()).stripTrailing();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
