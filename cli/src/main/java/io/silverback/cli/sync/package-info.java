/** Shows what a sync would do, and takes back what it did. */
@NullMarked
package io.silverback.cli.sync;

import org.jspecify.annotations.NullMarked;
