/** The verbs that the repository's script carries out. */
@NullMarked
package io.silverback.cli.local;

import org.jspecify.annotations.NullMarked;
