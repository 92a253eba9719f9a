package io.silverback.sync.storage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.silverback.contracts.MigrationRequested;
import io.silverback.messaging.event.EventJson;
import io.silverback.sync.migration.Case;
import io.silverback.sync.migration.Migration;
import io.silverback.sync.migration.Plan;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Migrations as rows and back. */
@ApplicationScoped
class Rows {

    private final ObjectMapper json = EventJson.mapper();

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

    Plan plan(List<MigrationRow> migrations) {
        Map<String, Case> cases = new LinkedHashMap<>();
        migrations.forEach(migration -> cases.put(migration.id, toCase(migration)));
        return new Plan(cases);
    }

    Case toCase(MigrationRow row) {
        return new Case(
                read(row.request, MigrationRequested.class), read(row.state, Migration.class));
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record that JSON cannot hold", e);
        }
    }

    private <T> T read(String text, Class<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a row that is not of this version", e);
        }
    }
}
