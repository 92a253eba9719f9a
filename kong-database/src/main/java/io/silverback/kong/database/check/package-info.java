/** Finds what PostgreSQL or Kong would refuse before a row is loaded. */
@NullMarked
package io.silverback.kong.database.check;

import org.jspecify.annotations.NullMarked;
