/** The router of the embedded default, steered over its admin port. */
@NullMarked
package io.silverback.traffic.router.edge;

import org.jspecify.annotations.NullMarked;
