/** The proxy: routes, plugins that are enforced, and the built-in echo upstream. */
@NullMarked
package io.silverback.simulator.proxy;

import org.jspecify.annotations.NullMarked;
