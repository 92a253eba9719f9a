/** What an entity looks like: descriptors read from resources, and the checks they stand for. */
@NullMarked
package io.silverback.simulator.schema;

import org.jspecify.annotations.NullMarked;
