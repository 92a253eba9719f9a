package io.silverback.simulator.proxy;

import io.silverback.simulator.schema.Document;
import io.silverback.simulator.store.Row;
import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The switch by which a gateway hands every request to another one: a global pre-function whose
 * rewrite phase names a host and a port. Of all Lua code this is the only one that is understood.
 */
final class ProxyBack {
    private static final Pattern HOST =
            Pattern.compile("\\bhost\\w*\\s*=\\s*[\"']([\\w.:-]+)[\"']");
    private static final Pattern PORT = Pattern.compile("\\bport\\w*\\s*=\\s*(\\d{1,5})");
    private static final Pattern TARGET =
            Pattern.compile("set_target\\(\\s*[\"']([\\w.:-]+)[\"']\\s*,\\s*(\\d{1,5})");

    private ProxyBack() {}

    /** Where all requests go, or null when the switch is off. */
    static @Nullable Target target(Collection<Row> plugins) {
        return plugins.stream()
                .map(Row::document)
                .filter(plugin -> "pre-function".equals(plugin.text("name")))
                .filter(plugin -> plugin.isTrue("enabled"))
                .filter(
                        plugin ->
                                plugin.reference("route") == null
                                        && plugin.reference("service") == null)
                .map(plugin -> named(plugin.document("config")))
                .filter(target -> target != null)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Target named(Document config) {
        String code =
                config.list("rewrite").stream()
                        .map(String::valueOf)
                        .collect(Collectors.joining("\n"));
        Matcher call = TARGET.matcher(code);
        if (call.find()) {
            return new Target("", call.group(1), Integer.parseInt(call.group(2)), false);
        }
        Matcher host = HOST.matcher(code);
        Matcher port = PORT.matcher(code);
        return host.find() && port.find()
                ? new Target("", host.group(1), Integer.parseInt(port.group(1)), false)
                : null;
    }
}
