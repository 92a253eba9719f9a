/** Where the sync of each migration stands, and what each input makes of it. */
@NullMarked
package io.silverback.sync.migration;

import org.jspecify.annotations.NullMarked;
