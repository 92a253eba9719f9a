package io.silverback.verify.probing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The workspace's key-auth keys and which of them may pass a route's groups. */
final class KeyLogins {

    private final List<JsonNode> keys;
    private final List<JsonNode> groups;

    KeyLogins(List<JsonNode> keys, List<JsonNode> groups) {
        this.keys = keys;
        this.groups = groups;
    }

    List<JsonNode> all() {
        return keys;
    }

    /** The first key whose consumer {@code acl} lets through; any key without an acl. */
    Optional<JsonNode> passing(Optional<JsonNode> acl) {
        return keys.stream().filter(key -> passes(key, acl)).findFirst();
    }

    /** Whether {@code acl}'s allow or deny list lets the key's consumer through. */
    boolean passes(JsonNode key, Optional<JsonNode> acl) {
        if (acl.isEmpty()) {
            return true;
        }
        Set<String> own = groupsOf(Guards.reference(key, "consumer").orElse(""));
        List<String> allowed = texts(acl.get().path("allow"));
        List<String> denied = texts(acl.get().path("deny"));
        return denied.stream().noneMatch(own::contains)
                && (allowed.isEmpty() || allowed.stream().anyMatch(own::contains));
    }

    private Set<String> groupsOf(String consumer) {
        return groups.stream()
                .filter(group -> Guards.reference(group, "consumer").orElse("").equals(consumer))
                .map(group -> group.path("group").asText())
                .collect(Collectors.toSet());
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asText).toList();
    }
}
