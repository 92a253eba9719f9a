/** Rows of entities in memory, with the manners of the database that they imitate. */
@NullMarked
package io.silverback.simulator.store;

import org.jspecify.annotations.NullMarked;
