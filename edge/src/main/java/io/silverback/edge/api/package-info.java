/** The admin port: weight, lease, what was observed, metrics and readiness. */
@NullMarked
package io.silverback.edge.api;

import org.jspecify.annotations.NullMarked;
