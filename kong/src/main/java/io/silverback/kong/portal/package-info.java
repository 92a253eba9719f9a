/** Developer portal files as Kong's Portal CLI lays them out. */
@NullMarked
package io.silverback.kong.portal;

import org.jspecify.annotations.NullMarked;
