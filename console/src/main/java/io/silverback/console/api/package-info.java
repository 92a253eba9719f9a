/** The REST resources of the operator's door. */
@NullMarked
package io.silverback.console.api;

import org.jspecify.annotations.NullMarked;
