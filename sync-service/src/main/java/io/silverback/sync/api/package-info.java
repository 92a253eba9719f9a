/** What people and scripts may ask the sync service. */
@NullMarked
package io.silverback.sync.api;

import org.jspecify.annotations.NullMarked;
