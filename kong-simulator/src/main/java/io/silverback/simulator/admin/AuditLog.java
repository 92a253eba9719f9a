package io.silverback.simulator.admin;

import io.silverback.simulator.entity.Entities;
import io.silverback.simulator.entity.Entities.SecretForm;
import io.silverback.simulator.entity.Secrets;
import io.silverback.simulator.schema.Document;
import io.silverback.simulator.schema.EntityType;
import io.silverback.simulator.schema.Json;
import io.silverback.simulator.store.Database;
import org.jspecify.annotations.Nullable;

/** {@code /audit/requests}: what was asked of the Admin API, where {@code audit_log} is on. */
final class AuditLog {
    private static final long TTL_SECONDS = 2_592_000;

    private final Entities entities;
    private final @Nullable EntityType requests;

    AuditLog(Database database, Entities entities, Node node) {
        boolean on = "on".equals(node.settings().get("audit_log"));
        this.entities = entities;
        this.requests = on ? database.catalogue().find("audit_requests") : null;
    }

    /** Notes a request and its answer. */
    void note(AdminRequest request, AdminResponse answer, @Nullable String user) {
        if (requests == null) {
            return;
        }
        Document row =
                Document.of("request_id", Secrets.token())
                        .with("method", request.method())
                        .with("path", request.path())
                        .with("status", answer.status())
                        .with("ttl", TTL_SECONDS);
        if (request.body().length > 0) {
            row.put("payload", Json.text(request.body()));
        }
        if (user != null) {
            row.put("rbac_user_id", user);
        }
        entities.insert(requests, "", row, SecretForm.PLAIN);
    }
}
