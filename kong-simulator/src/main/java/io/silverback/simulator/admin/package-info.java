/** The Admin API: paths, bodies, paging and answers. */
@NullMarked
package io.silverback.simulator.admin;

import org.jspecify.annotations.NullMarked;
