/** The gateways' proxies and Admin APIs, asked. */
@NullMarked
package io.silverback.verify.gateway;

import org.jspecify.annotations.NullMarked;
