/** A control plane and its data planes: what is pushed, when, and what each of them says of it. */
@NullMarked
package io.silverback.simulator.hybrid;

import org.jspecify.annotations.NullMarked;
