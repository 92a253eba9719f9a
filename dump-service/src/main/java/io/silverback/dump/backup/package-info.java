/** Backups that people and scripts ask for: taken, listed, read back, brought back. */
@NullMarked
package io.silverback.dump.backup;

import org.jspecify.annotations.NullMarked;
