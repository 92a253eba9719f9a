/** What the service hears on its topics. */
@NullMarked
package io.silverback.traffic.events;

import org.jspecify.annotations.NullMarked;
