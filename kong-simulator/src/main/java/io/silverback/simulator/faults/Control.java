package io.silverback.simulator.faults;

import io.silverback.simulator.faults.DatabaseFault.State;
import io.silverback.simulator.schema.Document;
import io.silverback.simulator.schema.Json;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The endpoint below {@code /__simulator/}, which no real Kong has. */
public final class Control {
    /** What the paths begin with. */
    public static final String PREFIX = "/__simulator/";

    private final Faults proxy;
    private final Faults admin;
    private final DatabaseFault database;
    private final Journal journal;
    private final List<Extension> extensions;

    /** Controls the faults of both ports, and what else there is to control. */
    public Control(
            Faults proxy,
            Faults admin,
            DatabaseFault database,
            Journal journal,
            List<Extension> extensions) {
        this.proxy = proxy;
        this.admin = admin;
        this.database = database;
        this.journal = journal;
        this.extensions = List.copyOf(extensions);
    }

    /** What is answered; null when there is nothing under that path. */
    public @Nullable Object answer(String method, String path, byte[] body) {
        return switch (path.substring(PREFIX.length())) {
            case "faults" -> faults(method, body);
            case "journal" -> journal(method);
            default -> extended(method, path.substring(PREFIX.length()), body);
        };
    }

    private @Nullable Object extended(String method, String path, byte[] body) {
        List<String> segments = List.of(path.split("/"));
        for (Extension extension : extensions) {
            Object answer = extension.answer(method, segments, body);
            if (answer != null) {
                return answer;
            }
        }
        return null;
    }

    private Object journal(String method) {
        if (method.equals("DELETE")) {
            journal.clear();
        }
        return journal.writes();
    }

    private @Nullable Object faults(String method, byte[] body) {
        if (method.equals("PUT")) {
            Map<?, ?> sent = Json.object(body);
            if (sent == null) {
                return null;
            }
            set(Document.of(sent));
        } else if (method.equals("DELETE")) {
            set(new Document());
        }
        return Document.of("proxy", proxy.shown())
                .with("admin", admin.shown())
                .with("database", database.state().name().toLowerCase(Locale.ROOT));
    }

    private void set(Document wanted) {
        proxy.set(wanted.document("proxy"));
        admin.set(wanted.document("admin"));
        State state =
                switch (String.valueOf(wanted.get("database"))) {
                    case "frozen" -> State.FROZEN;
                    case "stopped" -> State.STOPPED;
                    default -> State.UP;
                };
        database.set(state, wanted.number("databasePatienceMillis", 0));
    }
}
