/**
 * What was heard of one migration, cutover or command: the newest event of each kind, whatever the
 * order of arrival.
 */
@NullMarked
package io.silverback.console.facts;

import org.jspecify.annotations.NullMarked;
