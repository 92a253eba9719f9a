/** Holds the proxy against what the proxies of two real gateways answered for one estate. */
@NullMarked
package io.silverback.simulator.proxied;

import org.jspecify.annotations.NullMarked;
