package io.silverback.console.api;

import io.silverback.artefacts.ArtefactException;
import io.silverback.artefacts.ArtefactId;
import io.silverback.console.access.Downloads;
import io.silverback.console.inventory.Artefacts;
import io.silverback.console.inventory.NoArtefacts;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Artefacts, decrypted: they hold secrets. */
@Path("/api/artefacts")
public class ArtefactsResource {
    private final Downloads downloads;
    private final Artefacts artefacts;

    ArtefactsResource(Downloads downloads, Artefacts artefacts) {
        this.downloads = downloads;
        this.artefacts = artefacts;
    }

    /** One artefact by its URI. */
    @GET
    @Blocking
    public Response get(
            @QueryParam("uri") @Nullable URI uri,
            @HeaderParam("Authorization") @Nullable String authorization,
            @Context HttpServerRequest request) {
        if (!downloads.areAllowed(authorization, Guard.isLoopback(request))) {
            return Problem.forbidden("artefacts are for loopback, or need the bearer token")
                    .response();
        }
        Optional<ArtefactId> id = Optional.ofNullable(uri).flatMap(artefacts::id);
        return id.isPresent() ? open(id.get()) : notFound();
    }

    private Response open(ArtefactId id) {
        try {
            Optional<InputStream> content = artefacts.open(id);
            return content.isPresent() ? answer(id, content.get()) : notFound();
        } catch (ArtefactException | NoArtefacts e) {
            return Problem.artefactRefused(String.valueOf(e.getMessage())).response();
        }
    }

    private static Response answer(ArtefactId id, InputStream content) {
        return Response.ok(content, MediaType.APPLICATION_OCTET_STREAM_TYPE)
                .header("Content-Disposition", "attachment; filename=\"" + id.name() + "\"")
                .header("Cache-Control", "no-store")
                .build();
    }

    private static Response notFound() {
        return Problem.notFound("there is no such artefact in the console's store").response();
    }
}
