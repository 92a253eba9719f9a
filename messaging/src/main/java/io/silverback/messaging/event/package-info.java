/** What an event looks like on the wire. */
@NullMarked
package io.silverback.messaging.event;

import org.jspecify.annotations.NullMarked;
