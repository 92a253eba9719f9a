package io.silverback.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;

/** One call of the command line: its exit code and what it printed. */
record Run(int code, String out, String err) {

    static Run of(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code =
                Silverback.commandLine()
                        .setOut(new PrintWriter(out))
                        .setErr(new PrintWriter(err))
                        .execute(arguments);
        return new Run(code, out.toString(), err.toString());
    }

    /** Against a console, as actor {@code a1}, without waiting. */
    static Run against(FakePeer console, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--console", console.url(), "--by", "a1", "--pause-millis", "0"));
        return of(all.toArray(String[]::new));
    }
}
