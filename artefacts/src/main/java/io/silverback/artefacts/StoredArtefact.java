package io.silverback.artefacts;

import java.net.URI;

/**
 * What an event says of an artefact: enough to find it and to know that it is the one.
 *
 * @param uri {@code file-store://<store>/<owner>/<generation>/<name>}: no machine's path
 * @param sha256Stored lower-case hex, of the bytes as stored (encrypted)
 * @param sha256Content lower-case hex, of the bytes as written
 * @param bytes size as stored
 */
public record StoredArtefact(URI uri, String sha256Stored, String sha256Content, long bytes) {}
