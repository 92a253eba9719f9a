/** Kong's gateways, as the features need them. */
@NullMarked
package io.silverback.sync.gateway;

import org.jspecify.annotations.NullMarked;
