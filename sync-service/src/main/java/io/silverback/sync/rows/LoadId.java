package io.silverback.sync.rows;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;

/** The id of a load: the same for every attempt at one dump, so that it is made once. */
final class LoadId {

    private LoadId() {}

    static UUID of(String migrationId, long generation) {
        return UUID.nameUUIDFromBytes((migrationId + "/" + generation).getBytes(UTF_8));
    }
}
