/** The house's rules on packages, as ArchUnit rules that each module's tests run on its classes. */
@NullMarked
package io.silverback.architecture;

import org.jspecify.annotations.NullMarked;
