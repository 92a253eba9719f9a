/** Holds what we rely on against a gateway, by reading only. */
@NullMarked
package io.silverback.sync.check;

import org.jspecify.annotations.NullMarked;
