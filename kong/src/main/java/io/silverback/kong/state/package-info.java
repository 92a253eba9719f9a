/** The declarative state of one workspace, and what can be said of it without a gateway. */
@NullMarked
package io.silverback.kong.state;

import org.jspecify.annotations.NullMarked;
