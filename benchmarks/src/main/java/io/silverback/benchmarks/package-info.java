/** Measures the assembled product; each figure is one JSON line. */
@NullMarked
package io.silverback.benchmarks;

import org.jspecify.annotations.NullMarked;
