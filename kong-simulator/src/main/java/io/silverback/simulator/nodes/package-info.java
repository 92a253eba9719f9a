/** What one node of several sees of the database that they share, and when. */
@NullMarked
package io.silverback.simulator.nodes;

import org.jspecify.annotations.NullMarked;
