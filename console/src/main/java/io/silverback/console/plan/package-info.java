/**
 * The plan file: read, checked against the registry, and resolved to what the services are told.
 */
@NullMarked
package io.silverback.console.plan;

import org.jspecify.annotations.NullMarked;
