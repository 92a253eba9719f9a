/** decK's file format, both ways. */
@NullMarked
package io.silverback.kong.deck;

import org.jspecify.annotations.NullMarked;
