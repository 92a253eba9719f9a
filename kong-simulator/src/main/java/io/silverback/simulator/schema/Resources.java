package io.silverback.simulator.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What is declared beside the code: YAML files in {@code io/silverback/simulator}. */
public final class Resources {
    private static final String FOLDER = "/io/silverback/simulator/";

    private Resources() {}

    /** The file of that name. */
    public static Document read(String name) {
        Document found = find(name);
        if (found == null) {
            throw new IllegalArgumentException("No resource " + name);
        }
        return found;
    }

    /** The file of that name, or null. */
    public static @Nullable Document find(String name) {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(10_000);
        try (InputStream stream = Resources.class.getResourceAsStream(FOLDER + name)) {
            if (stream == null) {
                return null;
            }
            Object read = new Yaml(new SafeConstructor(options)).load(stream);
            return read instanceof Map<?, ?> map ? Document.of(map) : new Document();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The entries of the files that {@code files.yaml} names for a kind, in that order. */
    static Document all(String kind) {
        Document all = new Document();
        read("files.yaml").list(kind).forEach(file -> all.putAll(read(kind + "/" + file)));
        return all;
    }
}
