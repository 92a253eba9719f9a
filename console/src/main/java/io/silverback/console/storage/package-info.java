/** The console's own tables: plans, facts, approvals and the log of events. */
@NullMarked
package io.silverback.console.storage;

import org.jspecify.annotations.NullMarked;
