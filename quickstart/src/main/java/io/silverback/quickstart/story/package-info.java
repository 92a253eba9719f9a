/** What the demo prints, from the events on the topics. */
@NullMarked
package io.silverback.quickstart.story;

import org.jspecify.annotations.NullMarked;
