/** What operators ask of a migration's sync: to show what it would do, or to take it back. */
@NullMarked
package io.silverback.sync.commands;

import org.jspecify.annotations.NullMarked;
