/** What a plan asks of the services, and what became of it. */
@NullMarked
package io.silverback.console.plans;

import org.jspecify.annotations.NullMarked;
