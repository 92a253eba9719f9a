/** The operator's door: takes plans and decisions in, shows what became of them. */
@NullMarked
package io.silverback.console;

import org.jspecify.annotations.NullMarked;
