/** Decides gates, asks for pauses, takes back what was rolled back. */
@NullMarked
package io.silverback.cli.gate;

import org.jspecify.annotations.NullMarked;
