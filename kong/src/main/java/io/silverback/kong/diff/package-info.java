/** What must change for one state to become another. */
@NullMarked
package io.silverback.kong.diff;

import org.jspecify.annotations.NullMarked;
