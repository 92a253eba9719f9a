/**
 * Requests made from the configuration: one for each route, one for each credential that can log
 * in.
 */
@NullMarked
package io.silverback.verify.probing;

import org.jspecify.annotations.NullMarked;
