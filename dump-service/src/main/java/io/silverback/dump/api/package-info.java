/** What people and scripts may ask the dump service. */
@NullMarked
package io.silverback.dump.api;

import org.jspecify.annotations.NullMarked;
