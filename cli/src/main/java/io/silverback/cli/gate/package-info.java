/** Decides gates and asks for pauses. */
@NullMarked
package io.silverback.cli.gate;

import org.jspecify.annotations.NullMarked;
