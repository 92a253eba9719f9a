/** Faults as RFC 9457 problem documents. */
@NullMarked
package io.silverback.edge.problem;

import org.jspecify.annotations.NullMarked;
