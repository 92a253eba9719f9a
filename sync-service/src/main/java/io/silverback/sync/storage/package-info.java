/** Migrations and the journal of writes in PostgreSQL. */
@NullMarked
package io.silverback.sync.storage;

import org.jspecify.annotations.NullMarked;
