package io.silverback.cli.screen;

import io.silverback.cli.rest.CliException;
import io.silverback.cli.rest.Json;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Prints for people, or as JSON for scripts. */
public final class Screen {

    /** How a command prints. */
    public enum Format {
        /** For people. */
        TEXT,
        /** For scripts: one JSON value on each line. */
        JSON
    }

    /** What could move a terminal's cursor or colour it, coming from elsewhere. */
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]");

    private final PrintWriter out;
    private final PrintWriter err;
    private final Format format;

    /** Prints results to {@code out} and refusals to {@code err}. */
    public Screen(PrintWriter out, PrintWriter err, Format format) {
        this.out = out;
        this.err = err;
        this.format = format;
    }

    /** A result: {@code value} for scripts, {@code lines} for people. */
    public void show(Object value, Supplier<List<String>> lines) {
        if (format == Format.JSON) {
            out.println(Json.line(value));
        } else {
            lines.get().forEach(line -> out.println(clean(line)));
        }
        out.flush();
    }

    /** Why a command failed. */
    public void refuse(CliException exception) {
        err.println(
                format == Format.JSON
                        ? Json.line(exception.fields())
                        : "silverback: " + clean(exception.sentence()));
        err.flush();
    }

    private static String clean(String line) {
        return CONTROL.matcher(line).replaceAll("?");
    }
}
