/** The stream of client requests that measures what clients see. */
@NullMarked
package io.silverback.quickstart.clients;

import org.jspecify.annotations.NullMarked;
