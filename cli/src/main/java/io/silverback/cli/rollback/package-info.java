/** Gives traffic back to blue, by the console or by a traffic service itself. */
@NullMarked
package io.silverback.cli.rollback;

import org.jspecify.annotations.NullMarked;
