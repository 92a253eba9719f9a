/** What entities Kong has, how they hang together and how each is read, written and compared. */
@NullMarked
package io.silverback.kong.catalogue;

import org.jspecify.annotations.NullMarked;
