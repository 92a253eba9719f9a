/** Checks and submits plans. */
@NullMarked
package io.silverback.cli.plan;

import org.jspecify.annotations.NullMarked;
