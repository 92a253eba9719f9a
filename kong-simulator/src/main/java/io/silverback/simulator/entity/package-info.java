/** Reading and writing entities as their descriptors say, with Kong's errors. */
@NullMarked
package io.silverback.simulator.entity;

import org.jspecify.annotations.NullMarked;
