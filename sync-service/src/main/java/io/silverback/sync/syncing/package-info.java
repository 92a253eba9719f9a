/** Brings a dump to green: desired and actual state, difference, writes, proof. */
@NullMarked
package io.silverback.sync.syncing;

import org.jspecify.annotations.NullMarked;
