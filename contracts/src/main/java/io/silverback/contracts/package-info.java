/** The events that services exchange, as records, and the topics that carry them. */
@NullMarked
package io.silverback.contracts;

import org.jspecify.annotations.NullMarked;
