package io.silverback.cli.artefact;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code artefact}: a group of verbs. */
@Command(
        name = "artefact",
        description = "Fetch a dump or a report, decrypted (artefact get).",
        subcommands = ArtefactGetCommand.class)
public final class ArtefactCommand {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "this screen")
    private boolean help;
}
