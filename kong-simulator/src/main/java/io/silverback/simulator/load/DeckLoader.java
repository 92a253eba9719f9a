package io.silverback.simulator.load;

import io.silverback.simulator.entity.Entities;
import io.silverback.simulator.entity.Entities.SecretForm;
import io.silverback.simulator.entity.Refusal;
import io.silverback.simulator.schema.Catalogue;
import io.silverback.simulator.schema.Document;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Loads decK files into the workspaces that they name. */
public final class DeckLoader {
    private static final int LARGEST_FILE = 512 * 1024 * 1024;

    private final Catalogue catalogue;
    private final Entities entities;
    private final SecretForm secrets;
    private final GeneratedPairs pairs = new GeneratedPairs();

    /** Loads with passwords in the given form. */
    public DeckLoader(Catalogue catalogue, Entities entities, SecretForm secrets) {
        this.catalogue = catalogue;
        this.entities = entities;
        this.secrets = secrets;
    }

    /** A file that cannot be loaded; the message is one sentence that names file and cause. */
    public static final class Unloadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unloadable(Path file, String reason) {
            super(file + " cannot be loaded: " + reason);
        }
    }

    /**
     * Loads one file.
     *
     * @param workspaces gives the id of a workspace by its name
     * @return how many entities it held
     */
    public int load(Path file, UnaryOperator<String> workspaces) {
        DeckFile deck = new DeckFile(catalogue, read(file));
        String workspace = workspaces.apply(deck.workspace());
        for (DeckFile.Part part : deck.parts()) {
            try {
                pairs.fill(part.entity());
                entities.insert(part.type(), workspace, part.entity(), secrets);
            } catch (Refusal refusal) {
                throw new Unloadable(
                        file,
                        part.type().name()
                                + " "
                                + part.entity().get("id")
                                + ": "
                                + refusal.getMessage());
            }
        }
        return deck.parts().size();
    }

    private static Document read(Path file) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(LARGEST_FILE);
        try (Reader reader = Files.newBufferedReader(file)) {
            Object value = new Yaml(new SafeConstructor(options)).load(reader);
            if (value instanceof Map<?, ?> map) {
                return Document.of(map);
            }
            throw new Unloadable(file, "it is no decK file");
        } catch (IOException | YAMLException e) {
            throw new Unloadable(file, String.valueOf(e.getMessage()));
        }
    }
}
