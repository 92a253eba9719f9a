package io.silverback.simulator.conformance;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.silverback.simulator.schema.Document;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** How many of some exchanges agree, and each deviation with its name and reason. */
public record Agreement(int total, List<Document> deviations) {
    /** All of several, whose deviations say where they are. */
    public static Agreement sum(Collection<Agreement> parts) {
        List<Document> deviations = new ArrayList<>();
        parts.forEach(part -> deviations.addAll(part.deviations()));
        return new Agreement(parts.stream().mapToInt(Agreement::total).sum(), deviations);
    }

    /** How many agree; whatever the reason of a deviation, it does not. */
    public int agreed() {
        return total - deviations.size();
    }

    /** As it stands in a report. */
    public Document shown() {
        return Document.of("agreed", agreed()).with("total", total).with("deviations", deviations);
    }

    /** Writes a report below {@code target}. */
    public static void write(String name, Document report) {
        Path file = Path.of("target", name);
        try {
            Files.createDirectories(file.getParent());
            new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(file.toFile(), report);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
