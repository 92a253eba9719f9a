/** Holds the simulator against what real gateways answered. */
@NullMarked
package io.silverback.simulator.conformance;

import org.jspecify.annotations.NullMarked;
