package io.silverback.dump.api;

import io.silverback.dump.storage.MigrationRecords;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Where the dumps of migrations stand. */
@Path("/migrations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "migrations", description = "Where the dumps of migrations stand.")
public class MigrationsResource {

    private final MigrationRecords records;

    MigrationsResource(MigrationRecords records) {
        this.records = records;
    }

    /** The newest thousand migrations, newest first. */
    @GET
    @Operation(summary = "The newest thousand migrations, newest first")
    public Uni<List<MigrationView>> list() {
        return records.list().map(found -> found.stream().map(MigrationView::of).toList());
    }

    /** One migration. */
    @GET
    @Path("/{id}")
    @Operation(summary = "One migration")
    public Uni<MigrationView> get(@RestPath String id) {
        return records.find(id)
                .map(found -> found.map(MigrationView::of).orElseThrow(() -> new NotKnown(id)));
    }
}
