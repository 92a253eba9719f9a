/** What was seen of both colours, and the verdict that the numbers allow. */
@NullMarked
package io.silverback.traffic.health;

import org.jspecify.annotations.NullMarked;
