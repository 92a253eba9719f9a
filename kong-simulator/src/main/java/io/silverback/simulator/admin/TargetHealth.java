package io.silverback.simulator.admin;

import io.silverback.simulator.proxy.Healthchecks;
import io.silverback.simulator.schema.Document;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Kong 2.8 knows of a target's health. Nothing is probed: an address is healthy, a name is not
 * found.
 */
final class TargetHealth {
    private static final Pattern TARGET = Pattern.compile("(.+):(\\d+)");
    private static final Pattern ADDRESS = Pattern.compile("[\\d.]+|\\[.*]");

    private final String state;
    private final String nameServer;

    /**
     * The health of the targets of one upstream.
     *
     * @param nameServer host and port of the server that does not answer for names
     */
    TargetHealth(Document upstream, String nameServer) {
        this.state = Healthchecks.areOn(upstream) ? "HEALTHY" : "HEALTHCHECKS_OFF";
        this.nameServer = nameServer;
    }

    /** A target with its health. */
    Document shown(Document target) {
        Matcher parts = TARGET.matcher(String.valueOf(target.get("target")));
        if (!parts.matches()) {
            return target;
        }
        String host = parts.group(1);
        boolean found = ADDRESS.matcher(host).matches();
        long weight = target.number("weight", 0);
        long port = Long.parseLong(parts.group(2));
        Document data =
                Document.of("host", host)
                        .with("port", port)
                        .with("dns", found ? "A" : unanswered())
                        .with("nodeWeight", weight)
                        .with("weight", weights(found ? weight : 0))
                        .with("addresses", found ? addresses(host, port, weight) : new Document());
        return Document.of(target).with("health", found ? state : "DNS_ERROR").with("data", data);
    }

    private String unanswered() {
        return "dns lookup pool exceeded retries (1): failed to receive reply from UDP server "
                + nameServer
                + ": connection refused";
    }

    private static Document weights(long available) {
        return Document.of("total", available).with("available", available).with("unavailable", 0);
    }

    private List<Document> addresses(String host, long port, long weight) {
        return List.of(
                Document.of("ip", host)
                        .with("port", port)
                        .with("weight", weight)
                        .with("health", state));
    }
}
