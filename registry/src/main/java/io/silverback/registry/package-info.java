/** Gateways, routers, stores, logins and commands by name, from one file; secrets by reference. */
@NullMarked
package io.silverback.registry;

import org.jspecify.annotations.NullMarked;
