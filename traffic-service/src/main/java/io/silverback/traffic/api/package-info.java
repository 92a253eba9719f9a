/** What the service offers over HTTP. */
@NullMarked
package io.silverback.traffic.api;

import org.jspecify.annotations.NullMarked;
