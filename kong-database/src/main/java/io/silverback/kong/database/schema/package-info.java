/** What the two databases say of their tables, as values. */
@NullMarked
package io.silverback.kong.database.schema;

import org.jspecify.annotations.NullMarked;
