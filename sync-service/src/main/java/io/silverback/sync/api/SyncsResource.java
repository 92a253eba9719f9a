package io.silverback.sync.api;

import io.silverback.sync.storage.MigrationRecords;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Where the syncs of migrations stand. */
@Path("/syncs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "syncs", description = "Where the syncs of migrations stand.")
public class SyncsResource {

    private final MigrationRecords records;

    SyncsResource(MigrationRecords records) {
        this.records = records;
    }

    /** The newest thousand syncs, newest first. */
    @GET
    @Operation(summary = "The newest thousand syncs, newest first")
    public Uni<List<SyncView>> list() {
        return records.list().map(found -> found.stream().map(SyncView::of).toList());
    }

    /** The sync of one migration. */
    @GET
    @Path("/{id}")
    @Operation(summary = "The sync of one migration")
    public Uni<SyncView> get(@RestPath String id) {
        return records.find(id)
                .map(
                        found ->
                                found.map(SyncView::of)
                                        .orElseThrow(() -> new NotKnown("migration", id)));
    }
}
