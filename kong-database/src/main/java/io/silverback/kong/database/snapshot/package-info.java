/** Rows in parts that can be checked: the backup and the source of a load. */
@NullMarked
package io.silverback.kong.database.snapshot;

import org.jspecify.annotations.NullMarked;
