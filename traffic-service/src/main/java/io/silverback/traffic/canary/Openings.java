package io.silverback.traffic.canary;

import io.silverback.contracts.Evidence;
import io.silverback.traffic.router.Weight;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** What gates are opened with. Equal facts have equal hashes. */
public final class Openings {

    private Openings() {}

    /** An opening on the given facts. */
    public static Opening of(Map<String, String> facts, Instant at) {
        return new Opening(facts, hash(facts), at);
    }

    static Opening ofStep(int step, Weight to, Evidence evidence, Instant at) {
        return of(
                Map.of(
                        "step",
                        step + " to " + to,
                        "green",
                        told(evidence.green()),
                        "blue",
                        told(evidence.blue()),
                        "verdict",
                        evidence.reason()),
                at);
    }

    private static String told(Evidence.Seen seen) {
        return seen.requests() + " requests, " + seen.errors() + " errors";
    }

    private static String hash(Map<String, String> facts) {
        MessageDigest digest = sha256();
        new TreeMap<>(facts)
                .forEach(
                        (fact, value) ->
                                digest.update(
                                        (fact + '\n' + value + '\n')
                                                .getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
