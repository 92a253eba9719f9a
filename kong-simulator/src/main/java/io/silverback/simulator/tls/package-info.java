/** Certificates of the proxy's TLS port: by server name, from the database, with a default. */
@NullMarked
package io.silverback.simulator.tls;

import org.jspecify.annotations.NullMarked;
