package io.silverback.simulator.faults;

import io.silverback.simulator.faults.Faults.Setting;
import io.silverback.simulator.schema.Document;
import io.silverback.simulator.schema.Json;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The endpoint below {@code /__simulator/}, which no real Kong has. */
public final class Control {
    /** What the paths begin with. */
    public static final String PREFIX = "/__simulator/";

    private final Faults proxy;
    private final Faults admin;
    private final Journal journal;
    private final List<Extension> extensions;

    /** Controls the faults of both ports, and what else there is to control. */
    public Control(Faults proxy, Faults admin, Journal journal, List<Extension> extensions) {
        this.proxy = proxy;
        this.admin = admin;
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
            Document wanted = Document.of(sent);
            proxy.set(setting(wanted.document("proxy")));
            admin.set(setting(wanted.document("admin")));
        } else if (method.equals("DELETE")) {
            proxy.set(Setting.NONE);
            admin.set(Setting.NONE);
        }
        return Document.of("proxy", shown(proxy.setting())).with("admin", shown(admin.setting()));
    }

    private static Setting setting(Document wanted) {
        return new Setting(
                wanted.number("latencyMillis", 0),
                rate(wanted, "errorRate"),
                (int) wanted.number("errorStatus", 500),
                rate(wanted, "resetRate"));
    }

    private static double rate(Document wanted, String name) {
        return wanted.get(name) instanceof Number number
                ? Math.min(1, Math.max(0, number.doubleValue()))
                : 0;
    }

    private static Document shown(Setting setting) {
        return Document.of("latencyMillis", setting.latencyMillis())
                .with("errorRate", setting.errorRate())
                .with("errorStatus", setting.errorStatus())
                .with("resetRate", setting.resetRate());
    }
}
