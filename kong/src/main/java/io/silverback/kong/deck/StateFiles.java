package io.silverback.kong.deck;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.silverback.kong.catalogue.KongVersion;
import io.silverback.kong.spill.Scratch;
import io.silverback.kong.state.DeclarativeState;
import io.silverback.kong.state.Entity;
import io.silverback.kong.state.SpilledState;
import io.silverback.kong.state.Supplement;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A state as files: decK's two, and what they have no word for. Together they are the state
 * exactly.
 *
 * @param supplement JSON; the only one that decK does not know
 */
public record StateFiles(String configuration, String rbac, String supplement) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The files of a state that was read from a gateway of this version. */
    public static StateFiles of(DeclarativeState state, KongVersion version, Instant at) {
        ByteArrayOutputStream configuration = new ByteArrayOutputStream();
        ByteArrayOutputStream rbac = new ByteArrayOutputStream();
        ByteArrayOutputStream supplement = new ByteArrayOutputStream();
        try (Scratch scratch = Scratch.open()) {
            SpilledFiles files =
                    SpilledFiles.of(SpilledState.of(state, scratch), scratch, version, at);
            files.configuration(configuration);
            files.rbac(rbac);
            files.supplement(supplement);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new StateFiles(
                configuration.toString(UTF_8), rbac.toString(UTF_8), supplement.toString(UTF_8));
    }

    /**
     * The state.
     *
     * @throws DeckException when a file can't be taken
     */
    public DeclarativeState read() {
        try {
            return Supplement.of(JSON.readTree(supplement)).complete(both(configuration, rbac));
        } catch (JsonProcessingException e) {
            throw new DeckException("supplement", List.of("not JSON"));
        }
    }

    /** Moments come from the supplement, so that the file's own ttl is counted from anywhere. */
    private static DeclarativeState both(String configuration, String rbac) {
        DeclarativeState first =
                DeckReader.of("configuration", Instant.EPOCH).read(configuration).state();
        List<Entity> entities = new ArrayList<>(first.entities());
        entities.addAll(DeckReader.of("rbac", Instant.EPOCH).read(rbac).state().entities());
        return new DeclarativeState(first.workspace(), entities);
    }

    @Override
    public String toString() {
        return "state files of " + configuration.length() + " characters";
    }
}
