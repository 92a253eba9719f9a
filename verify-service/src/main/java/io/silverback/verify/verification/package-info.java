/** One migration's verification: its states, its job, its verdict. */
@NullMarked
package io.silverback.verify.verification;

import org.jspecify.annotations.NullMarked;
