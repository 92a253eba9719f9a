/**
 * The router of the embedded default: one reverse proxy that splits requests between blue and
 * green.
 */
@NullMarked
package io.silverback.edge;

import org.jspecify.annotations.NullMarked;
