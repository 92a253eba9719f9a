/** An embedded PostgreSQL. */
@NullMarked
package io.silverback.quickstart.database;

import org.jspecify.annotations.NullMarked;
