package io.silverback.cli;

import io.silverback.cli.artefact.ArtefactCommand;
import io.silverback.cli.backup.BackupCommand;
import io.silverback.cli.events.EventsCommand;
import io.silverback.cli.gate.GoCommand;
import io.silverback.cli.gate.NoGoCommand;
import io.silverback.cli.gate.PauseCommand;
import io.silverback.cli.gate.ResumeCommand;
import io.silverback.cli.gate.UndoCommand;
import io.silverback.cli.gateways.CheckCommand;
import io.silverback.cli.gateways.GatewaysCommand;
import io.silverback.cli.local.LocalVerbs;
import io.silverback.cli.plan.LintCommand;
import io.silverback.cli.plan.RunCommand;
import io.silverback.cli.rest.CliException;
import io.silverback.cli.rollback.RollbackCommand;
import io.silverback.cli.screen.Screen;
import io.silverback.cli.status.StatusCommand;
import io.silverback.cli.sync.DiffCommand;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The command line: speaks to the console, holds no logic of a migration. */
@Command(
        name = "silverback",
        description =
                "Moves Kong workspaces from Cassandra to PostgreSQL without downtime, and back.",
        synopsisSubcommandLabel = "VERB",
        commandListHeading = "%n",
        footer = {
            "",
            "silverback VERB --help tells a verb's options. --output json is for scripts.",
            "Exit codes: 0 done, 1 refused or failed, 2 wrong usage."
        })
public final class Silverback {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "this screen")
    private boolean help;

    private Silverback() {}

    /** Runs a verb and exits with its code. */
    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(commandLine().setOut(out).setErr(err).execute(arguments));
    }

    /** All verbs, the everyday ones first, in the order of the help screen. */
    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new Silverback());
        line.addSubcommand(new LintCommand())
                .addSubcommand(new CheckCommand())
                .addSubcommand(new RunCommand())
                .addSubcommand(new StatusCommand())
                .addSubcommand(new GoCommand())
                .addSubcommand(new NoGoCommand())
                .addSubcommand(new RollbackCommand())
                .addSubcommand(new PauseCommand())
                .addSubcommand(new ResumeCommand())
                .addSubcommand(new DiffCommand())
                .addSubcommand(new UndoCommand())
                .addSubcommand(new BackupCommand())
                .addSubcommand(new ArtefactCommand())
                .addSubcommand(new EventsCommand())
                .addSubcommand(new GatewaysCommand());
        LocalVerbs.all().forEach(line::addSubcommand);
        return line.setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpWidth(100)
                .setParameterExceptionHandler(Silverback::correct)
                .setExecutionExceptionHandler(Silverback::refuse);
    }

    private static int correct(ParameterException exception, String[] arguments) {
        CommandLine verb = exception.getCommandLine();
        if (arguments.length == 0) {
            verb.usage(verb.getErr());
            return CommandLine.ExitCode.USAGE;
        }
        String name = verb.getCommandSpec().qualifiedName();
        verb.getErr().println(name + ": " + exception.getMessage() + ".");
        verb.getErr().println(name + " --help tells how it is used.");
        return CommandLine.ExitCode.USAGE;
    }

    private static int refuse(Exception exception, CommandLine verb, ParseResult parsed)
            throws Exception {
        if (exception instanceof CliException refusal) {
            new Screen(verb.getOut(), verb.getErr(), Formats.asked(verb)).refuse(refusal);
            return CommandLine.ExitCode.SOFTWARE;
        }
        throw exception;
    }
}
