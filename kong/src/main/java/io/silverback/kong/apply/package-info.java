/** Reads a workspace from a gateway and writes a diff to one. */
@NullMarked
package io.silverback.kong.apply;

import org.jspecify.annotations.NullMarked;
