/** Shows what happened and what happens. */
@NullMarked
package io.silverback.cli.events;

import org.jspecify.annotations.NullMarked;
