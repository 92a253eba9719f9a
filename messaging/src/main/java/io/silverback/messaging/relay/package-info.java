/** Takes committed events from the outbox to the broker. */
@NullMarked
package io.silverback.messaging.relay;

import org.jspecify.annotations.NullMarked;
