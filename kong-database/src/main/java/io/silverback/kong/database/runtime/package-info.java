/** Carries what traffic writes on blue over to green until the cutover is done. */
@NullMarked
package io.silverback.kong.database.runtime;

import org.jspecify.annotations.NullMarked;
