/** Backups of both databases: taken, listed, read back, brought back, and removed when old. */
@NullMarked
package io.silverback.databases.backup;

import org.jspecify.annotations.NullMarked;
