package io.silverback.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EventsVerbTest {

    private static final String EVENT =
            "{\"sequence\":7,\"topic\":\"rolled-back\",\"id\":\"e\",\"time\":\"2026-11-22T10:00:00Z\","
                    + "\"key\":\"c-1\",\"subject\":\"public-api\",\"source\":\"/silverback/traffic\",\"body\":{\"a\":1}}";

    private final FakePeer console = new FakePeer();

    @AfterEach
    void close() {
        console.close();
    }

    @Test
    void showsStoredEvents() {
        console.answers(
                "GET /api/events?after=3&limit=5&topic=rolled-back%2Crollback",
                "{\"events\":[" + EVENT + "],\"last\":7}");
        String[] verb = {
            "events", "--after", "3", "--limit", "5", "--topic", "rolled-back,rollback"
        };

        assertThat(Run.against(console, verb).out())
                .isEqualToNormalizingNewlines(
                        "     7  2026-11-22T10:00:00Z  rolled-back          public-api  {\"a\":1}\n");
    }

    @Test
    void givesScriptsOneEventALine() {
        console.answers("GET /api/events?limit=100", "{\"events\":[" + EVENT + "," + EVENT + "]}");

        assertThat(Run.against(console, "events", "--output", "json").out().lines())
                .containsExactly(EVENT, EVENT);
    }

    @Test
    void followsTheStreamUntilTheConsoleStaysAway() {
        console.answers(
                        "GET /api/stream",
                        200,
                        "text/event-stream",
                        ": hello\n\nid: 7\nevent: fact\ndata: " + EVENT + "\n\n")
                .answers("GET /api/stream", 410, "text/plain", "");

        Run run = Run.against(console, "events", "--follow", "--subject", "c-1");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).contains("rolled-back          public-api").hasLineCount(1);
        assertThat(console.requests()).hasSize(2);
    }

    @Test
    void showsTheRegistry() {
        console.answers(
                "GET /api/gateways",
                """
                {"gateways":[{"name":"blue","database":"cassandra","adminUrls":["http://a"],
                  "proxyUrls":["http://p"],"nodes":[]}],
                 "routers":[{"name":"edge","type":"edge","url":"http://e","blue":"blue","green":"green"}],
                 "stores":[{"name":"default","type":"file","path":"/data"}]}
                """);

        assertThat(Run.against(console, "gateways").out())
                .isEqualToNormalizingNewlines(
                        """
                        gateway  database   admin     proxy     nodes
                        blue     cassandra  http://a  http://p  0
                        router  type  url       blue  green
                        edge    edge  http://e  blue  green
                        store    type  path
                        default  file  /data
                        """);
    }
}
