/** Consumers of the topics that sync acts on. */
@NullMarked
package io.silverback.sync.events;

import org.jspecify.annotations.NullMarked;
