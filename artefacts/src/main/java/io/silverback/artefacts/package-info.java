/** Keeps dumps, backups and reports: encrypted, checked, written once. */
@NullMarked
package io.silverback.artefacts;

import org.jspecify.annotations.NullMarked;
