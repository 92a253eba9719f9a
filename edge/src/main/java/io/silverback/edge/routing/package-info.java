/** Which colour the next request goes to: green's share, its lease, and who sticks to what. */
@NullMarked
package io.silverback.edge.routing;

import org.jspecify.annotations.NullMarked;
