package io.silverback.cli.local;

import io.silverback.cli.rest.UnusableException;
import io.silverback.cli.session.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Unmatched;

/** A verb that starts or ends programs on this machine, which the repository's script does. */
abstract sealed class LocalVerb implements Callable<Integer> {

    private final String name;

    /** Whatever options the script would have passed on. */
    @Unmatched private final List<String> rest = new ArrayList<>();

    @Mixin private final Session session = new Session();

    LocalVerb(String name) {
        this.name = name;
    }

    @Override
    public Integer call() {
        session.screen()
                .refuse(
                        new UnusableException(
                                "`" + name + "`",
                                "starts or ends programs here: run `./silverback "
                                        + name
                                        + "` in the repository"));
        return 1;
    }

    /** {@code demo}. */
    @Command(
            name = "demo",
            description = "Watch three workspaces move on this machine (./silverback demo).")
    static final class Demo extends LocalVerb {
        Demo() {
            super("demo");
        }
    }

    /** {@code up}. */
    @Command(name = "up", description = "Start everything on this machine (./silverback up).")
    static final class Up extends LocalVerb {
        Up() {
            super("up");
        }
    }

    /** {@code down}. */
    @Command(name = "down", description = "Stop what `up` started (./silverback down).")
    static final class Down extends LocalVerb {
        Down() {
            super("down");
        }
    }
}
