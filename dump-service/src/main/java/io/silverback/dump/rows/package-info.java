/** Blue's rows, read from its database into the artefact store. */
@NullMarked
package io.silverback.dump.rows;

import org.jspecify.annotations.NullMarked;
