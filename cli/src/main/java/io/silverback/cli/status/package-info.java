/** Shows how far plans, migrations and cutovers are. */
@NullMarked
package io.silverback.cli.status;

import org.jspecify.annotations.NullMarked;
