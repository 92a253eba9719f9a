/** Kong's gateways and the artefact store, as the features need them. */
@NullMarked
package io.silverback.dump.gateway;

import org.jspecify.annotations.NullMarked;
