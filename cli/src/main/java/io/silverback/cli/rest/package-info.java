/**
 * Speaks to the console and to traffic services over HTTP; says in one sentence what went wrong.
 */
@NullMarked
package io.silverback.cli.rest;

import org.jspecify.annotations.NullMarked;
