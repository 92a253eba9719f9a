/** What the service answers over HTTP. */
@NullMarked
package io.silverback.verify.api;

import org.jspecify.annotations.NullMarked;
