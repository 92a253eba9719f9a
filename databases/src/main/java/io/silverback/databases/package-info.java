/** The databases under the registered gateways, opened, and snapshots of them as artefacts. */
@NullMarked
package io.silverback.databases;

import org.jspecify.annotations.NullMarked;
