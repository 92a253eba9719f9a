/** The artefact store, off the event loop. */
@NullMarked
package io.silverback.dump.artefact;

import org.jspecify.annotations.NullMarked;
