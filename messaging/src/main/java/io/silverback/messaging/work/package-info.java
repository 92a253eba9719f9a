/** Takes jobs by lease, runs them and keeps their leases. */
@NullMarked
package io.silverback.messaging.work;

import org.jspecify.annotations.NullMarked;
