/** The port to whatever splits the traffic, in per cent for green. */
@NullMarked
package io.silverback.traffic.router;

import org.jspecify.annotations.NullMarked;
