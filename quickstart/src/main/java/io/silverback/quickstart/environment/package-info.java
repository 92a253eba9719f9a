/** Everything together: where it lies, which ports it takes, how it starts and stops. */
@NullMarked
package io.silverback.quickstart.environment;

import org.jspecify.annotations.NullMarked;
