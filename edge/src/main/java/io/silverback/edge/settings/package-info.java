/** The configuration file and the flags that override it. */
@NullMarked
package io.silverback.edge.settings;

import org.jspecify.annotations.NullMarked;
