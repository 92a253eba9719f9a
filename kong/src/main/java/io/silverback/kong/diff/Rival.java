package io.silverback.kong.diff;

import io.silverback.kong.state.Entity;
import io.silverback.kong.state.UniqueKey;

/**
 * What has, on the actual side, a unique key of an entity with another id.
 *
 * @param key that both have
 */
record Rival(UniqueKey key, Entity entity) {}
