/** The command {@code silverback}: the verbs and what they share. */
@NullMarked
package io.silverback.cli;

import org.jspecify.annotations.NullMarked;
