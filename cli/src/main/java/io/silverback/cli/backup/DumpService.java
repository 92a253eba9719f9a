package io.silverback.cli.backup;

import io.silverback.cli.rest.RestClient;
import io.silverback.cli.session.Session;
import picocli.CommandLine.Option;

/** Which dump service is asked: console and command line reach no database. */
final class DumpService {

    @Option(
            names = "--dump",
            paramLabel = "URL",
            description = "a dump service (default: $SILVERBACK_DUMP, else ${DEFAULT-VALUE})",
            defaultValue = "${env:SILVERBACK_DUMP:-http://127.0.0.1:7401}")
    private String url = "";

    RestClient of(Session session) {
        return session.dumpService(url);
    }
}
