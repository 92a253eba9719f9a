/** Blue's Cassandra: its keyspace, snapshots of it, restore into an empty one. */
@NullMarked
package io.silverback.kong.database.cassandra;

import org.jspecify.annotations.NullMarked;
