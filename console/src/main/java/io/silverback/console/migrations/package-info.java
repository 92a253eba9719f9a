/** Where a migration stands, derived from what was heard of it. */
@NullMarked
package io.silverback.console.migrations;

import org.jspecify.annotations.NullMarked;
