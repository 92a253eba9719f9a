package io.silverback.quickstart.processes;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How a program is started.
 *
 * @param name for people; also its log's name
 * @param directory where it runs
 * @param environment added to this process' own
 */
public record Program(
        String name, Path directory, List<String> command, Map<String, String> environment) {

    public Program {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }
}
