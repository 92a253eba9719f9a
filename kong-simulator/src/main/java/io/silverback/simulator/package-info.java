/** A Kong for tests and the demo: the command line, the library entry, and what they start. */
@NullMarked
package io.silverback.simulator;

import org.jspecify.annotations.NullMarked;
