/** Events that wait for their subject to become known. */
@NullMarked
package io.silverback.messaging.parking;

import org.jspecify.annotations.NullMarked;
