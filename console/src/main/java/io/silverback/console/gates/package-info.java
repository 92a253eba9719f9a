/** Gates and their decisions, by criteria or by people. */
@NullMarked
package io.silverback.console.gates;

import org.jspecify.annotations.NullMarked;
