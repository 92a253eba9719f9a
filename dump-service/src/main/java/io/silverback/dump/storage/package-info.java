/** Plans and their migrations in PostgreSQL. */
@NullMarked
package io.silverback.dump.storage;

import org.jspecify.annotations.NullMarked;
