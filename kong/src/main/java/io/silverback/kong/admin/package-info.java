/** Kong's Admin API over HTTP, without blocking. */
@NullMarked
package io.silverback.kong.admin;

import org.jspecify.annotations.NullMarked;
