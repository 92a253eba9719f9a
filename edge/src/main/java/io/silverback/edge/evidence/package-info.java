/** What the edge has seen of each colour, as counters and as windows of health. */
@NullMarked
package io.silverback.edge.evidence;

import org.jspecify.annotations.NullMarked;
