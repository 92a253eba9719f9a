package io.silverback.sync.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.silverback.contracts.ArtefactReference;
import io.silverback.contracts.ConfigDumped;
import io.silverback.kong.deck.DeckException;
import io.silverback.kong.deck.StateFiles;
import io.silverback.kong.state.DeclarativeState;
import io.silverback.messaging.PermanentFailure;
import io.silverback.sync.artefact.Artefacts;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Predicate;

/** A dump's artefacts as the state that they hold; each checked against the signed event. */
@ApplicationScoped
class DumpFiles {

    private static final String RBAC = ".rbac.yaml";
    private static final String SUPPLEMENT = ".supplement.json";
    private static final String CONFIGURATION = ".yaml";

    private final Artefacts artefacts;
    private final Vertx vertx;

    DumpFiles(Artefacts artefacts, Vertx vertx) {
        this.artefacts = artefacts;
        this.vertx = vertx;
    }

    Uni<DeclarativeState> read(ConfigDumped dump) {
        return Uni.combine()
                .all()
                .unis(
                        text(dump, name -> name.endsWith(CONFIGURATION) && !name.endsWith(RBAC)),
                        text(dump, name -> name.endsWith(RBAC)),
                        text(dump, name -> name.endsWith(SUPPLEMENT)))
                .with(StateFiles::new)
                .chain(files -> vertx.executeBlocking(files::read, false))
                .onFailure(DeckException.class)
                .transform(DumpFiles::unreadable);
    }

    private Uni<String> text(ConfigDumped dump, Predicate<String> isIt) {
        ArtefactReference reference =
                dump.artefacts().stream()
                        .filter(artefact -> isIt.test(artefact.name()))
                        .findFirst()
                        .orElseThrow(() -> incomplete(dump));
        return artefacts.read(reference, content -> new String(content.readAllBytes(), UTF_8));
    }

    private static PermanentFailure incomplete(ConfigDumped dump) {
        return new PermanentFailure(
                "The dump %d of workspace %s lacks one of its artefacts."
                        .formatted(dump.generation(), dump.workspace()));
    }

    private static PermanentFailure unreadable(Throwable cause) {
        return new PermanentFailure(String.valueOf(cause.getMessage()), cause);
    }
}
