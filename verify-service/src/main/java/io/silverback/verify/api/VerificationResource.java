package io.silverback.verify.api;

import io.silverback.verify.storage.VerificationRecord;
import io.silverback.verify.storage.VerificationRecords;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;

/** Verifications and what they found. */
@Path("/verifications")
@Produces(MediaType.APPLICATION_JSON)
public class VerificationResource {

    private static final String PROBLEM = "application/problem+json";

    private final VerificationRecords records;

    VerificationResource(VerificationRecords records) {
        this.records = records;
    }

    /** The newest thousand, without their reports. */
    @GET
    public Uni<List<VerificationView>> list() {
        return records.list().map(found -> found.stream().map(VerificationView::brief).toList());
    }

    /** One by its migration's id, with its report. */
    @GET
    @Path("/{migrationId}")
    public Uni<Response> get(String migrationId) {
        return records.find(migrationId)
                .map(
                        found ->
                                found.map(VerificationResource::answer)
                                        .orElseGet(() -> missing(migrationId)));
    }

    private static Response answer(VerificationRecord record) {
        return Response.ok(VerificationView.whole(record)).build();
    }

    private static Response missing(String migrationId) {
        return Response.status(Response.Status.NOT_FOUND)
                .type(PROBLEM)
                .entity(
                        Map.of(
                                "type",
                                "urn:silverback:problem:not-found",
                                "title",
                                "No such verification",
                                "status",
                                404,
                                "detail",
                                "No migration " + migrationId + " is known here."))
                .build();
    }
}
