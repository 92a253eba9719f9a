/** Shows what the registry knows. */
@NullMarked
package io.silverback.cli.gateways;

import org.jspecify.annotations.NullMarked;
