package io.silverback.simulator.admin;

import io.silverback.simulator.entity.Entities;
import io.silverback.simulator.entity.Entities.SecretForm;
import io.silverback.simulator.entity.Secrets;
import io.silverback.simulator.schema.Document;
import io.silverback.simulator.schema.EntityType;
import io.silverback.simulator.schema.Json;
import io.silverback.simulator.store.Database;
import io.silverback.simulator.store.DatabaseFailure;
import io.silverback.simulator.store.Row;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code /audit/requests} and {@code /audit/objects}: what was asked of the Admin API and what that
 * wrote, where {@code audit_log} is on. After Kong's documentation.
 */
final class AuditLog {
    private static final long TTL_SECONDS = 2_592_000;
    private static final String OWN = "audit_";

    private final Entities entities;
    private final Rbac rbac;
    private final @Nullable EntityType requests;
    private final @Nullable EntityType objects;
    private final List<Document> written = new ArrayList<>();

    AuditLog(Database database, Entities entities, Node node, Rbac rbac) {
        boolean on = "on".equals(node.settings().get("audit_log"));
        this.entities = entities;
        this.rbac = rbac;
        this.requests = on ? database.catalogue().find(OWN + "requests") : null;
        this.objects = on ? database.catalogue().find(OWN + "objects") : null;
        if (objects != null) {
            entities.tell(this::wrote);
        }
    }

    /** Notes a request and its answer, and the rows that it wrote, unless the database fails. */
    void note(AdminRequest request, AdminResponse answer) {
        if (requests == null || objects == null) {
            return;
        }
        List<Document> rows = List.copyOf(written);
        written.clear();
        try {
            String id = Secrets.token();
            String user = rbac.userId(request);
            insert(requests, id, user, asked(request, answer));
            for (Document row : rows) {
                insert(objects, id, user, row);
            }
        } catch (DatabaseFailure failure) {
            written.clear();
        }
    }

    private void wrote(String operation, EntityType type, Row row) {
        if (!type.name().startsWith(OWN)) {
            written.add(
                    Document.of("entity_key", row.id())
                            .with("dao_name", type.name())
                            .with("operation", operation)
                            .with("entity", Json.text(Json.bytes(row.document()))));
        }
    }

    private static Document asked(AdminRequest request, AdminResponse answer) {
        Document row =
                Document.of("method", request.method())
                        .with("path", request.path())
                        .with("status", answer.status());
        return request.body().length == 0 ? row : row.with("payload", Json.text(request.body()));
    }

    private void insert(EntityType type, String request, @Nullable String user, Document row) {
        row.with("request_id", request).with("ttl", TTL_SECONDS);
        if (user != null) {
            row.put("rbac_user_id", user);
        }
        entities.insert(type, "", row, SecretForm.PLAIN);
    }
}
