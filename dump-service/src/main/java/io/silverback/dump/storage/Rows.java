package io.silverback.dump.storage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.silverback.contracts.MigrationRequested;
import io.silverback.dump.execution.Gate;
import io.silverback.dump.migration.Case;
import io.silverback.dump.migration.Migration;
import io.silverback.dump.migration.Plan;
import io.silverback.messaging.event.EventJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Plans as rows and back. */
@ApplicationScoped
class Rows {

    private final ObjectMapper json = EventJson.mapper();

    PlanRow row(Plan plan) {
        PlanRow row = new PlanRow();
        row.id = plan.id();
        row.estateMigrationId = plan.estateId();
        row.planned = write(plan.planned());
        row.gate = write(plan.gate());
        return row;
    }

    void update(PlanRow row, Plan plan) {
        row.gate = write(plan.gate());
    }

    MigrationRow row(Case one, Instant now) {
        MigrationRow row = new MigrationRow();
        row.id = one.id();
        row.planId = one.request().planId();
        row.workspace = one.request().workspace();
        row.cutoverId = one.request().cutoverId();
        row.request = write(one.request());
        row.requestedAt = now;
        update(row, one.state(), now);
        return row;
    }

    void update(MigrationRow row, Migration state, Instant now) {
        row.word = state.word();
        row.state = write(state);
        row.generation = state.generation();
        row.changedAt = now;
    }

    Plan plan(PlanRow row, List<MigrationRow> migrations) {
        Map<String, Case> cases = new LinkedHashMap<>();
        migrations.forEach(migration -> cases.put(migration.id, toCase(migration)));
        List<String> planned = read(row.planned, new TypeReference<>() {});
        Gate gate = read(row.gate, new TypeReference<>() {});
        return new Plan(row.id, row.estateMigrationId, planned, gate, cases);
    }

    Case toCase(MigrationRow row) {
        MigrationRequested request = read(row.request, new TypeReference<>() {});
        Migration state = read(row.state, new TypeReference<>() {});
        return new Case(request, state);
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record that JSON cannot hold", e);
        }
    }

    private <T> T read(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a row that is not of this version", e);
        }
    }
}
