/** Shows what a sync would do. */
@NullMarked
package io.silverback.cli.sync;

import org.jspecify.annotations.NullMarked;
