/** Fetches decrypted artefacts. */
@NullMarked
package io.silverback.cli.artefact;

import org.jspecify.annotations.NullMarked;
