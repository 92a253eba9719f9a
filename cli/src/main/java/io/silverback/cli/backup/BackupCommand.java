package io.silverback.cli.backup;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code backup}: a group of verbs. */
@Command(
        name = "backup",
        description = "Back up a gateway's database (backup create, list, verify, restore).",
        subcommands = {
            BackupCreateCommand.class,
            BackupListCommand.class,
            BackupVerifyCommand.class,
            BackupRestoreCommand.class
        })
public final class BackupCommand {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "this screen")
    private boolean help;
}
