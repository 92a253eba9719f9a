/** Who may ask what of the console. */
@NullMarked
package io.silverback.console.access;

import org.jspecify.annotations.NullMarked;
