package io.silverback.kong.admin;

import com.fasterxml.jackson.databind.JsonNode;
import io.silverback.kong.catalogue.Edition;
import io.silverback.kong.catalogue.KongVersion;

/**
 * What a gateway's node says of itself.
 *
 * @param database {@code cassandra}, {@code postgres} or {@code off}
 */
public record RootInfo(
        KongVersion version, Edition edition, String database, String nodeId, String hostname) {

    static RootInfo of(JsonNode root) {
        String version = root.path("version").asText();
        boolean enterprise =
                version.contains("enterprise")
                        || root.path("edition").asText().equals("enterprise");
        return new RootInfo(
                KongVersion.parse(version),
                enterprise ? Edition.ENTERPRISE : Edition.OSS,
                root.path("configuration").path("database").asText(),
                root.path("node_id").asText(),
                root.path("hostname").asText());
    }

    /** Whether it keeps its configuration in Cassandra. */
    public boolean onCassandra() {
        return database.equals("cassandra");
    }
}
