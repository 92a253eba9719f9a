package io.silverback.simulator.tls;

import io.silverback.simulator.schema.Document;
import io.silverback.simulator.store.Database;
import io.silverback.simulator.store.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Finds the key pair for a server name as Kong does; read once for each version of a row. */
final class Certificates {
    private final Database database;
    private final Vaults vaults;
    private final Map<Document, Map<String, Identity>> read = new ConcurrentHashMap<>();
    private final Map<String, Identity> defaults = new ConcurrentHashMap<>();

    Certificates(Database database, Vaults vaults) {
        this.database = database;
        this.vaults = vaults;
    }

    /**
     * The pair with a key of an algorithm: of the certificate that the name stands for, else the
     * gateway's own; null when that certificate has none.
     */
    @Nullable Identity find(@Nullable String serverName, String algorithm) {
        Row certificate = serverName == null ? null : certificate(serverName);
        Map<String, Identity> pairs =
                certificate == null
                        ? Map.of()
                        : read.computeIfAbsent(certificate.document(), this::pairs);
        return pairs.isEmpty()
                ? defaults.computeIfAbsent(algorithm, Identity::generated)
                : pairs.get(algorithm);
    }

    private @Nullable Row certificate(String serverName) {
        for (String name : candidates(serverName)) {
            Row sni =
                    database.tables("snis")
                            .map(table -> table.find("name", name))
                            .filter(row -> row != null)
                            .findFirst()
                            .orElse(null);
            String id = sni == null ? null : sni.document().reference("certificate");
            if (id != null) {
                return database.anywhere("certificates", id);
            }
        }
        return null;
    }

    /** The name itself, with its first label wild, with its last label wild, and all names. */
    static List<String> candidates(String name) {
        List<String> candidates = new ArrayList<>(4);
        candidates.add(name);
        int first = name.indexOf('.');
        if (first > 0) {
            candidates.add("*" + name.substring(first));
            candidates.add(name.substring(0, name.lastIndexOf('.')) + ".*");
        }
        candidates.add("*");
        return candidates;
    }

    private Map<String, Identity> pairs(Document certificate) {
        Map<String, Identity> pairs = new ConcurrentHashMap<>();
        for (String suffix : List.of("", "_alt")) {
            String chain = vaults.resolved(certificate.text("cert" + suffix));
            String key = vaults.resolved(certificate.text("key" + suffix));
            Identity pair = chain == null || key == null ? null : Identity.of(chain, key);
            if (pair != null) {
                pairs.put(pair.algorithm(), pair);
            }
        }
        return pairs;
    }
}
