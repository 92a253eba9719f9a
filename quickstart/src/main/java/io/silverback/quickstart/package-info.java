/** Starts all of Silverback on one machine: the commands demo, up and down. */
@NullMarked
package io.silverback.quickstart;

import org.jspecify.annotations.NullMarked;
