package io.silverback.cli.rollback;

import io.silverback.cli.rest.CliException;
import io.silverback.cli.rest.RefusedException;
import io.silverback.cli.rest.UnreachableException;
import io.silverback.cli.rest.UnusableException;
import io.silverback.cli.session.Session;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Instances of the traffic service, any of which can roll back. */
final class TrafficServices {

    private static final String DEFAULT = "http://127.0.0.1:7404";

    private final Session session;

    TrafficServices(Session session) {
        this.session = session;
    }

    /** The first answer; instances that are away or fail themselves are passed over. */
    DirectRollback ask(List<String> urls, Map<String, Object> body) {
        @Nullable CliException last = null;
        for (String url : urls.isEmpty() ? known() : urls) {
            try {
                return new DirectRollback(session.trafficService(url).post("/rollbacks", body));
            } catch (UnreachableException e) {
                last = e;
            } catch (RefusedException e) {
                last = failed(e);
            }
        }
        throw last == null ? new UnusableException("--direct", "needs a URL") : last;
    }

    /** An instance in trouble; a refusal that every instance would repeat is thrown on. */
    private static CliException failed(RefusedException refusal) {
        if (refusal.problem().status() < 500) {
            throw refusal;
        }
        return refusal;
    }

    private static List<String> known() {
        String urls = Objects.requireNonNullElse(System.getenv("SILVERBACK_TRAFFIC"), DEFAULT);
        return Arrays.asList(urls.split("[,\\s]+"));
    }
}
