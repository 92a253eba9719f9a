package io.silverback.cli.rest;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Reads {@code text/event-stream}; comments and unknown fields are passed over. */
public final class ServerSentEvents {

    /** One message; the id is empty where it has none. */
    public record Message(String id, String name, String data) {}

    private final Consumer<Message> listener;
    private final StringBuilder data = new StringBuilder();
    private String id = "";
    private String name = "message";

    /** Messages go to the listener on the reading thread. */
    public ServerSentEvents(Consumer<Message> listener) {
        this.listener = listener;
    }

    /** Reads until the stream ends. */
    public void read(InputStream stream) throws IOException {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                accept(line);
            }
        }
    }

    private void accept(String line) {
        if (line.isEmpty()) {
            dispatch();
            return;
        }
        int colon = line.indexOf(':');
        String field = colon < 0 ? line : line.substring(0, colon);
        String value = colon < 0 ? "" : line.substring(colon + 1).replaceFirst("^ ", "");
        switch (field) {
            case "id" -> id = value;
            case "event" -> name = value;
            case "data" -> data.append(data.isEmpty() ? "" : "\n").append(value);
            default -> {}
        }
    }

    private void dispatch() {
        if (!data.isEmpty()) {
            listener.accept(new Message(id, name, data.toString()));
        }
        data.setLength(0);
        id = "";
        name = "message";
    }
}
