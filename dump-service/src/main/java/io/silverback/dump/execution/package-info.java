/** The gate before a plan's first write: its evidence and its decision. */
@NullMarked
package io.silverback.dump.execution;

import org.jspecify.annotations.NullMarked;
