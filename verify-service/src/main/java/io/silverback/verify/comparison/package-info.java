/** Blue's and green's answers to the same request, compared. */
@NullMarked
package io.silverback.verify.comparison;

import org.jspecify.annotations.NullMarked;
