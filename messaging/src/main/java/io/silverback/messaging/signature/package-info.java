/** Who may let traffic forward, and the proof that they did. */
@NullMarked
package io.silverback.messaging.signature;

import org.jspecify.annotations.NullMarked;
