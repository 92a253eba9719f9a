/** Turns a row of Kong's tables on Cassandra into the row that PostgreSQL would hold. */
@NullMarked
package io.silverback.kong.database.conversion;

import org.jspecify.annotations.NullMarked;
