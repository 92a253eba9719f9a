/** Seeded faults, the journal of writes, and the endpoint that controls them. */
@NullMarked
package io.silverback.simulator.faults;

import org.jspecify.annotations.NullMarked;
