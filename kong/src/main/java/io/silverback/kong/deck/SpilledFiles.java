package io.silverback.kong.deck;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.silverback.kong.catalogue.DeckSection.Part;
import io.silverback.kong.catalogue.KongVersion;
import io.silverback.kong.spill.Line;
import io.silverback.kong.spill.Lines;
import io.silverback.kong.spill.Scratch;
import io.silverback.kong.spill.Spool;
import io.silverback.kong.state.SpilledState;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;

/** {@link StateFiles} of a state that may not fit into memory: made once, written to streams. */
public final class SpilledFiles {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String workspace;
    private final DeckOptions options;
    private final Spool configuration;
    private final Spool rbac;
    private final Spool supplement;

    private SpilledFiles(String workspace, DeckOptions options, DeckLayout layout)
            throws IOException {
        this.workspace = workspace;
        this.options = options;
        configuration = layout.elements(Part.CONFIGURATION);
        rbac = layout.elements(Part.RBAC);
        supplement = layout.supplement();
    }

    /**
     * The files of a state that was read from a gateway of this version.
     *
     * @throws DeckException naming references to nothing, and entities that share what is unique
     */
    public static SpilledFiles of(
            SpilledState state, Scratch scratch, KongVersion version, Instant at)
            throws IOException {
        DeckOptions options = DeckOptions.complete(version, at);
        DeckLayout layout = DeckLayout.of(state, scratch, options);
        if (!layout.problems().isEmpty()) {
            throw new DeckException(state.workspace(), layout.problems());
        }
        return new SpilledFiles(state.workspace(), options, layout);
    }

    /** Writes {@code <workspace>.yaml}. */
    public void configuration(OutputStream out) throws IOException {
        DeckDocument.write(out, workspace, options, configuration);
    }

    /** Writes {@code <workspace>.rbac.yaml}. */
    public void rbac(OutputStream out) throws IOException {
        DeckDocument.write(out, workspace, options, rbac);
    }

    /** Writes the supplement; it holds secrets. */
    public void supplement(OutputStream out) throws IOException {
        try (JsonGenerator json = JSON.getFactory().createGenerator(out);
                Lines lines = supplement.read()) {
            json.writeStartObject();
            json.writeNumberField("format", 1);
            json.writeStringField("workspace", workspace);
            json.writeArrayFieldStart("entities");
            for (Line line = lines.readNext(); line != null; line = lines.readNext()) {
                json.writeTree(JSON.readTree(line.value()));
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }
}
