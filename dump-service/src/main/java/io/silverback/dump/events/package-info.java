/** Consumers of the topics that dump acts on. */
@NullMarked
package io.silverback.dump.events;

import org.jspecify.annotations.NullMarked;
