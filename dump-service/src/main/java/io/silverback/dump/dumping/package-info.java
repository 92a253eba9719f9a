/** Reads a workspace of blue and lays it down as artefacts. */
@NullMarked
package io.silverback.dump.dumping;

import org.jspecify.annotations.NullMarked;
