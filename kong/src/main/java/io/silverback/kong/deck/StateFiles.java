package io.silverback.kong.deck;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.silverback.kong.catalogue.DeckSection.Part;
import io.silverback.kong.catalogue.KongVersion;
import io.silverback.kong.state.DeclarativeState;
import io.silverback.kong.state.Entity;
import io.silverback.kong.state.Supplement;
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
        DeckOptions options = DeckOptions.complete(version, at);
        String configuration = DeckWriter.write(state, Part.CONFIGURATION, options);
        String rbac = DeckWriter.write(state, Part.RBAC, options);
        DeclarativeState readBack = both(configuration, rbac);
        return new StateFiles(
                configuration, rbac, Supplement.between(state, readBack).toJson().toString());
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
