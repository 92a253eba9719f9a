package io.silverback.dump.events;

import io.silverback.dump.migration.Change;
import io.silverback.dump.migration.Plan;
import io.silverback.dump.storage.PlanKey;
import java.util.function.Function;

/** What one event means for the plan that it names. */
record Input(PlanKey key, Function<Plan, Change> change) {}
