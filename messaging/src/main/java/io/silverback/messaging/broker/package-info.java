/** The one way to the broker. */
@NullMarked
package io.silverback.messaging.broker;

import org.jspecify.annotations.NullMarked;
