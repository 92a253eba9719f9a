/** Takes back what a migration brought to green. */
@NullMarked
package io.silverback.sync.cleanup;

import org.jspecify.annotations.NullMarked;
