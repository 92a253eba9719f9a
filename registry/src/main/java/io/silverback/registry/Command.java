package io.silverback.registry;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A program that may be run; a plan only names it.
 *
 * @param junit where its JUnit XML lies afterwards, absolute
 */
public record Command(String name, List<String> arguments, Duration timeout, Optional<Path> junit) {

    /** Keeps its own copy of the arguments. */
    public Command {
        arguments = List.copyOf(arguments);
    }
}
