/** The options that every verb has: which console, who asks, how to print. */
@NullMarked
package io.silverback.cli.session;

import org.jspecify.annotations.NullMarked;
