package io.silverback.traffic.storage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.silverback.contracts.CutoverRequested;
import io.silverback.messaging.event.EventJson;
import io.silverback.traffic.canary.Canary;
import io.silverback.traffic.canary.Cutover;
import io.silverback.traffic.canary.Ended;
import java.time.Instant;
import java.util.Map;

/** Puts cutovers into rows and reads them back. */
final class CutoverRows {

    private static final ObjectMapper JSON = EventJson.mapper();

    private CutoverRows() {}

    static CutoverEntity create(CutoverRequested request, Canary canary, Instant now) {
        CutoverEntity row = new CutoverEntity();
        row.id = request.cutoverId();
        row.name = request.name();
        row.planId = request.planId();
        row.request = write(request);
        row.createdAt = now;
        row.generations = "{}";
        put(row, canary, now);
        return row;
    }

    static void put(CutoverEntity row, Canary canary, Instant now) {
        row.canary = write(canary);
        row.state = canary.state();
        row.weight = canary.weight().percent();
        row.ended = canary instanceof Ended;
        row.changedAt = now;
    }

    static void put(CutoverEntity row, Map<String, Long> generations) {
        row.generations = write(generations);
    }

    static Cutover read(CutoverEntity row) {
        return new Cutover(
                read(row.request, CutoverRequested.class),
                generations(row.generations),
                read(row.canary, Canary.class),
                row.version);
    }

    private static Map<String, Long> generations(String json) {
        try {
            return JSON.readValue(json, new TypeReference<Map<String, Long>>() {});
        } catch (JsonProcessingException e) {
            throw new UnreadableRowException(Map.class, e);
        }
    }

    private static <T> T read(String json, Class<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new UnreadableRowException(type, e);
        }
    }

    private static String write(Object value) {
        Class<?> type = value instanceof Canary ? Canary.class : value.getClass();
        try {
            return JSON.writerFor(type).writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UnreadableRowException(type, e);
        }
    }
}
