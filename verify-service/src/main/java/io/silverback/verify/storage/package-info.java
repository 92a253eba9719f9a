/** Verifications in PostgreSQL. */
@NullMarked
package io.silverback.verify.storage;

import org.jspecify.annotations.NullMarked;
