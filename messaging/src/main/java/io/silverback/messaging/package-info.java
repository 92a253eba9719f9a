/** How services hear and tell: outbox, inbox, parked events and leased jobs. */
@NullMarked
package io.silverback.messaging;

import org.jspecify.annotations.NullMarked;
