/** Consumers of the topics that verification acts on. */
@NullMarked
package io.silverback.verify.events;

import org.jspecify.annotations.NullMarked;
