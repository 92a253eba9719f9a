/** Where each cutover stands, what it makes of what it learns, and the loop that carries it out. */
@NullMarked
package io.silverback.traffic.canary;

import org.jspecify.annotations.NullMarked;
