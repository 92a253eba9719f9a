/** What a person or a script reads: lines, tables, JSON. */
@NullMarked
package io.silverback.cli.screen;

import org.jspecify.annotations.NullMarked;
