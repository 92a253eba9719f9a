/** The registered gateways' Admin APIs, opened as the registry tells. */
@NullMarked
package io.silverback.gateways;

import org.jspecify.annotations.NullMarked;
