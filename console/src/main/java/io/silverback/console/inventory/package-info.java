/** The registry and the artefact store, opened as the configuration says. */
@NullMarked
package io.silverback.console.inventory;

import org.jspecify.annotations.NullMarked;
