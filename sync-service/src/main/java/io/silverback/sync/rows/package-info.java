/** Blue's rows, loaded into green's database and taken back. */
@NullMarked
package io.silverback.sync.rows;

import org.jspecify.annotations.NullMarked;
