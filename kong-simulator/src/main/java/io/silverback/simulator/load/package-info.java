/** Loading of decK files at start. */
@NullMarked
package io.silverback.simulator.load;

import org.jspecify.annotations.NullMarked;
