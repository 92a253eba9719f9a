/** Hears every topic and remembers it. */
@NullMarked
package io.silverback.console.events;

import org.jspecify.annotations.NullMarked;
