/** Child processes: started, watched, restarted and ended. */
@NullMarked
package io.silverback.quickstart.processes;

import org.jspecify.annotations.NullMarked;
