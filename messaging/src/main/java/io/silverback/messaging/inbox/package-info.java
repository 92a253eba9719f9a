/** One delivery of a record, and how often it is worth trying. */
@NullMarked
package io.silverback.messaging.inbox;

import org.jspecify.annotations.NullMarked;
