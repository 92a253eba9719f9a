/** Lines sorted outside of memory, in encrypted files that nobody else reads. */
@NullMarked
package io.silverback.kong.spill;

import org.jspecify.annotations.NullMarked;
