/** Schema, transactions and wake-ups of the service's own PostgreSQL schema. */
@NullMarked
package io.silverback.messaging.database;

import org.jspecify.annotations.NullMarked;
