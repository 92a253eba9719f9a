/** Tokens, codes and sessions that traffic makes on blue, carried to green until its cutover. */
@NullMarked
package io.silverback.sync.carrying;

import org.jspecify.annotations.NullMarked;
