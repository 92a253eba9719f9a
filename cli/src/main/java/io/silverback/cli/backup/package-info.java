/** Takes, lists, reads back and brings back backups; a dump service carries it out. */
@NullMarked
package io.silverback.cli.backup;

import org.jspecify.annotations.NullMarked;
