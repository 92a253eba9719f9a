package io.silverback.databases.backup;

import java.util.List;

/**
 * The backups in the stores.
 *
 * @param backups newest first
 * @param unreadable ids of those whose receipt is altered, or was written with another key
 */
public record Listing(List<Backup> backups, List<String> unreadable) {}
