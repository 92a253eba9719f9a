/** The artefact store, off the event loop. */
@NullMarked
package io.silverback.sync.artefact;

import org.jspecify.annotations.NullMarked;
