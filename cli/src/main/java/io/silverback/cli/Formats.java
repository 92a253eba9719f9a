package io.silverback.cli;

import io.silverback.cli.screen.Screen;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Finds out how a verb was asked to print. */
final class Formats {

    private Formats() {}

    static Screen.Format asked(CommandLine verb) {
        OptionSpec option = verb.getCommandSpec().findOption("--output");
        return option != null && option.getValue() == Screen.Format.JSON
                ? Screen.Format.JSON
                : Screen.Format.TEXT;
    }
}
