/** One row of a table, before and after conversion. */
@NullMarked
package io.silverback.kong.database.row;

import org.jspecify.annotations.NullMarked;
