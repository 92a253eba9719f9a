/** Cutovers in PostgreSQL: rows, leases and the events that leave with them. */
@NullMarked
package io.silverback.traffic.storage;

import org.jspecify.annotations.NullMarked;
