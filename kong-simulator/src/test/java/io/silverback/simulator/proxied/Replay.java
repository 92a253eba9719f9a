package io.silverback.simulator.proxied;

import io.silverback.simulator.schema.Document;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Sends the recorded requests to an estate, one after the other. */
final class Replay {
    private static final String DEFAULT = "gateway-default";

    private final Estate estate;
    private final String database;
    private final Sender sender;
    private final String defaultCertificate;
    private final String defaultRsa;

    Replay(Estate estate, String database) throws IOException {
        this.estate = estate;
        this.database = database;
        this.sender = new Sender(estate.simulator().proxyPort(), estate.simulator().tlsPort());
        this.defaultCertificate = String.valueOf(sender.certificate(null, false));
        this.defaultRsa = String.valueOf(sender.certificate(null, true));
    }

    static String name(Document record) {
        return record.get("kind") + ": " + record.get("note");
    }

    /** The first difference between what was recorded and what happens here; null when none. */
    @Nullable String difference(Document record) {
        if (record.isTrue("fresh_minute")) {
            estate.clock().toTheNextMinute();
        }
        estate.clock().pass(Duration.ofMillis(10));
        try {
            return record.get("request") == null ? handshake(record) : request(record);
        } catch (IOException e) {
            return "no answer: " + e;
        }
    }

    private @Nullable String handshake(Document record) throws IOException {
        boolean rsaOnly = record.isTrue("rsa_only");
        String wanted = record.document(database).text("first_sha256");
        String ours = sender.certificate(record.text("server_name"), rsaOnly);
        String expected =
                wanted == null
                        ? null
                        : wanted.equals(DEFAULT)
                                ? rsaOnly ? defaultRsa : defaultCertificate
                                : estate.fingerprint(wanted);
        return Objects.equals(expected, ours) ? null : "certificate " + ours + " for " + wanted;
    }

    private @Nullable String request(Document record) throws IOException {
        Expected expected = new Expected(record, database);
        Wire.Reply reply = send(record);
        if (reply.status() == 429) {
            estate.clock().toTheNextMinute();
            reply = send(record);
        }
        return expected.difference(reply, route(), arrived());
    }

    private Wire.Reply send(Document record) throws IOException {
        estate.backend().taken();
        estate.simulator().traffic().forget();
        return sender.send(
                record.document("request"), Signing.headers(record, estate.clock().instant()));
    }

    private @Nullable String route() {
        return estate.simulator().traffic().documents().stream()
                .reduce((first, last) -> last)
                .map(served -> served.text("route"))
                .orElse(null);
    }

    /** What reached the backend, with the recorded ports in place of ours. */
    private @Nullable Document arrived() {
        Document arrived = estate.backend().taken();
        if (arrived == null) {
            return null;
        }
        arrived.put(
                "host",
                String.valueOf(arrived.get("host"))
                        .replace(":" + estate.backend().port(), ":29090"));
        Document headers = arrived.document("headers");
        headers.computeIfPresent("X-Forwarded-Port", (name, port) -> portName(port));
        return arrived.with("headers", headers);
    }

    private Object portName(@Nullable Object port) {
        String text = String.valueOf(port);
        return text.equals(String.valueOf(estate.simulator().tlsPort()))
                ? "TLS-PORT"
                : text.equals(String.valueOf(estate.simulator().proxyPort())) ? "PROXY-PORT" : text;
    }
}
