/** An embedded Kafka broker and the topics on it. */
@NullMarked
package io.silverback.quickstart.broker;

import org.jspecify.annotations.NullMarked;
