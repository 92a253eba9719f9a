package io.silverback.cli.session;

import io.silverback.cli.rest.Credentials;
import io.silverback.cli.rest.RestClient;
import io.silverback.cli.rest.UnusableException;
import io.silverback.cli.screen.Screen;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Options that every verb has, mixed into each. */
public final class Session {

    @Option(
            names = "--console",
            paramLabel = "URL",
            description = "the console (default: $SILVERBACK_CONSOLE, else ${DEFAULT-VALUE})",
            defaultValue = "${env:SILVERBACK_CONSOLE:-http://127.0.0.1:7400}")
    private String console = "";

    @Option(
            names = "--output",
            paramLabel = "text|json",
            description = "for people, or one JSON value a line (default: text)")
    private Screen.Format output = Screen.Format.TEXT;

    @Option(
            names = "--by",
            paramLabel = "ACTOR",
            description = "who asks: an opaque id, no name (default: $SILVERBACK_ACTOR)",
            defaultValue = "${env:SILVERBACK_ACTOR}")
    private @Nullable String by;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "the console's token (default: $SILVERBACK_TOKEN_FILE)",
            defaultValue = "${env:SILVERBACK_TOKEN_FILE}")
    private @Nullable Path tokenFile;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "this screen")
    private boolean help;

    @Option(names = "--pause-millis", hidden = true, description = "between two looks")
    private int pauseMillis = 500;

    private @Nullable CommandSpec verb;

    @Spec(Spec.Target.MIXEE)
    void verb(CommandSpec spec) {
        verb = spec;
    }

    /** The console, as this session's person. */
    public RestClient console() {
        return new RestClient("console", console, credentials());
    }

    /** A traffic-service instance, as this session's person; the console's token stays here. */
    public RestClient trafficService(String url) {
        return new RestClient("traffic service", url, new Credentials(actor(), Optional.empty()));
    }

    /** A sync-service instance, as this session's person; the console's token stays here. */
    public RestClient syncService(String url) {
        return new RestClient("sync service", url, new Credentials(actor(), Optional.empty()));
    }

    /** A dump-service instance, as this session's person; the console's token stays here. */
    public RestClient dumpService(String url) {
        return new RestClient("dump service", url, new Credentials(actor(), Optional.empty()));
    }

    /** Who asks. */
    public String actor() {
        return Actor.of(by);
    }

    /** Where to print. */
    public Screen screen() {
        if (verb == null) {
            throw new IllegalStateException("A session belongs to a verb.");
        }
        PrintWriter out = verb.commandLine().getOut();
        return new Screen(out, verb.commandLine().getErr(), output);
    }

    /** Waits before looking again. */
    public void pause() {
        LockSupport.parkNanos(Duration.ofMillis(pauseMillis).toNanos());
    }

    private Credentials credentials() {
        return new Credentials(actor(), Optional.ofNullable(tokenFile).map(Session::token));
    }

    private static String token(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UnusableException("The token file " + file, "can't be read");
        }
    }
}
