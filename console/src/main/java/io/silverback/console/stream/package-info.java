/** Every event, live and from the log. */
@NullMarked
package io.silverback.console.stream;

import org.jspecify.annotations.NullMarked;
