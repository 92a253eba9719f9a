package io.silverback.sync.events;

import io.silverback.sync.migration.Change;
import io.silverback.sync.migration.Plan;
import io.silverback.sync.storage.PlanKey;
import java.util.function.Function;

/** What one event means for the plan that it names. */
record Input(PlanKey key, Function<Plan, Change> change) {}
