/** Entities in Kong's own tables in a real PostgreSQL: the only part that knows SQL. */
@NullMarked
package io.silverback.simulator.store.postgres;

import org.jspecify.annotations.NullMarked;
