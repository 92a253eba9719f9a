/** Keysets and tokens that are made for one installation. */
@NullMarked
package io.silverback.quickstart.secrets;

import org.jspecify.annotations.NullMarked;
