/** Broker and database as containers; images by {@code silverback.kafka.image} and the like. */
package io.silverback.messaging.containers;
