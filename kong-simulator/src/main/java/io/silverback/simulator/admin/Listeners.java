package io.silverback.simulator.admin;

import io.silverback.simulator.schema.Document;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Shows listeners in parts: {@code 127.0.0.1:8443 http2 ssl backlog=16384}. */
final class Listeners {
    private static final String BACKLOG = "backlog=";

    private final List<String> flags;
    private final List<String> plain;

    Listeners(Document declared) {
        this.flags = declared.list("flags").stream().map(String::valueOf).toList();
        this.plain = declared.list("plain").stream().map(String::valueOf).toList();
    }

    /** The listeners in parts; as Kong's empty table where there is none. */
    Object of(List<?> texts) {
        List<Document> listeners =
                texts.stream()
                        .map(text -> listener(String.valueOf(text)))
                        .filter(Objects::nonNull)
                        .map(Document.class::cast)
                        .toList();
        return listeners.isEmpty() ? new Document() : listeners;
    }

    private @Nullable Document listener(String text) {
        List<String> words = new ArrayList<>(Arrays.asList(text.split(" ")));
        String address = words.remove(0);
        int colon = address.lastIndexOf(':');
        if (colon < 0) {
            return null;
        }
        String backlog =
                words.stream().filter(word -> word.startsWith(BACKLOG)).findFirst().orElse(null);
        Document listener =
                Document.of("ip", address.substring(0, colon))
                        .with("port", Integer.valueOf(address.substring(colon + 1)))
                        .with(backlog == null ? BACKLOG + "%d+" : backlog, backlog != null);
        flags.forEach(flag -> listener.put(flag, words.contains(flag)));
        plain.forEach(flag -> listener.put(flag, words.contains(flag)));
        String ordered =
                flags.stream()
                        .filter(words::contains)
                        .map(flag -> " " + flag)
                        .collect(Collectors.joining());
        return listener.with(
                "listener", address + ordered + (backlog == null ? "" : " " + backlog));
    }
}
