package io.silverback.quickstart;

import io.silverback.quickstart.environment.CannotStart;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code silverback demo|up|down}: everything on one machine, with nothing but a JDK. */
@Command(
        name = "silverback",
        description = "Starts Silverback on this machine.",
        subcommands = {
            DemoCommand.class,
            UpCommand.class,
            DownCommand.class,
            InitCommand.class,
            ArchiveCommand.class
        })
public final class Quickstart {

    private static final Logger ROOT = Logger.getLogger("");

    private Quickstart() {}

    /** Exit code 0: done; 1: not possible, with one sentence on standard error; 2: wrong usage. */
    public static void main(String[] arguments) {
        System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host");
        ROOT.setLevel(Level.OFF);
        CommandLine commands = new CommandLine(new Quickstart());
        commands.setExecutionExceptionHandler(Quickstart::explain);
        System.exit(commands.execute(arguments));
    }

    private static int explain(
            Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
        if (failure instanceof CannotStart) {
            command.getErr().println(failure.getMessage());
        } else {
            command.getErr().println("Silverback could not go on: " + failure);
        }
        return 1;
    }
}
