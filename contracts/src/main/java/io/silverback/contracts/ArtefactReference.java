package io.silverback.contracts;

import java.net.URI;

/**
 * An artefact in the store.
 *
 * @param name what it is, such as {@code payments.yaml}
 * @param uri where it lies, by the store's registered name
 * @param sha256Stored lower-case hex, of the bytes as stored (encrypted)
 * @param sha256Content lower-case hex, of the bytes as written
 * @param bytes size as stored
 */
public record ArtefactReference(
        String name, URI uri, String sha256Stored, String sha256Content, long bytes) {}
