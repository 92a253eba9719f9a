/** Where the dump of each migration of a plan stands, and what each input makes of it. */
@NullMarked
package io.silverback.dump.migration;

import org.jspecify.annotations.NullMarked;
