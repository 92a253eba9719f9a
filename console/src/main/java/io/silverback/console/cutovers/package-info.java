/** Where a cutover stands, derived from what was heard of it. */
@NullMarked
package io.silverback.console.cutovers;

import org.jspecify.annotations.NullMarked;
