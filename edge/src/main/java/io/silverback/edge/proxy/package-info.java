/** The HTTP side: requests in, one upstream out, streams piped, faults answered. */
@NullMarked
package io.silverback.edge.proxy;

import org.jspecify.annotations.NullMarked;
