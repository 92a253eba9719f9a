/** The estate that the demo's blue gateway serves. */
@NullMarked
package io.silverback.quickstart.estate;

import org.jspecify.annotations.NullMarked;
