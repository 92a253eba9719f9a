/** Health events on their way to Kafka, never in the way of a request. */
@NullMarked
package io.silverback.edge.events;

import org.jspecify.annotations.NullMarked;
