package io.silverback.simulator.conformance;

import io.silverback.simulator.store.Manners;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Exchanges with one real gateway, in order; its version and database are in the file's name.
 *
 * @param original whether ids are those that the gateway knew, by which it listed entities
 */
record Recording(
        String name, String version, Manners database, boolean original, List<Exchange> exchanges) {
    private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d+\\.\\d+");
    private static final String UNNAMED_VERSION = "3.3.1";

    /** Where the recordings are: {@code -Dkong.recordings}. */
    static Path directory() {
        return Path.of(System.getProperty("kong.recordings", "../../shared/kong/recordings"));
    }

    /** The files of a directory, by name; none when it is not there. */
    static List<Path> in(Path directory) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".jsonl")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Recording read(Path file) {
        String name = file.getFileName().toString().replaceFirst("\\.jsonl$", "");
        Matcher version = VERSION.matcher(name);
        try (Stream<String> lines = Files.lines(file)) {
            return new Recording(
                    name,
                    version.find() ? version.group() : UNNAMED_VERSION,
                    name.contains("cassandra") ? Manners.CASSANDRA : Manners.POSTGRES,
                    true,
                    lines.map(Exchange::parse).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many lines had lost a private key. */
    long redacted() {
        return exchanges.stream().filter(Exchange::redacted).count();
    }

    Recording with(List<Exchange> changed) {
        return new Recording(name, version, database, original, changed);
    }

    /** The same with other ids and names. */
    Recording reseeded(List<Exchange> changed) {
        return new Recording(name, version, database, false, changed);
    }
}
