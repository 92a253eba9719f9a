package io.silverback.cli.local;

import java.util.List;

/** The verbs that are listed here and carried out by the repository's script. */
public final class LocalVerbs {

    private LocalVerbs() {}

    /** In the order of the help screen. */
    public static List<Object> all() {
        return List.of(new LocalVerb.Demo(), new LocalVerb.Up(), new LocalVerb.Down());
    }
}
