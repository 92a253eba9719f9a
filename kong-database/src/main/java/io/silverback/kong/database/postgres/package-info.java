/** Green's PostgreSQL: its catalogue, loads in one transaction, undo, backup. */
@NullMarked
package io.silverback.kong.database.postgres;

import org.jspecify.annotations.NullMarked;
