package io.silverback.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DirectRollbackTest {

    private static final String ALL_ON_BLUE =
            """
            {"cutover":"public-api","state":"rolled-back","routers":[
             {"router":"edge","askedAt":"2026-11-22T10:00:00.000Z","readBack":0.00,
              "readBackAt":"2026-11-22T10:00:00.038Z","reason":null}]}
            """;

    private final FakePeer traffic = new FakePeer();

    @AfterEach
    void close() {
        traffic.close();
    }

    private static Run rollback(String... urls) {
        String[] arguments = new String[urls.length + 5];
        System.arraycopy(
                new String[] {"rollback", "public-api", "--by", "a1", "--direct"},
                0,
                arguments,
                0,
                5);
        System.arraycopy(urls, 0, arguments, 5, urls.length);
        return Run.of(arguments);
    }

    @Test
    void printsForEachRouterWhatWasAskedAndReadBack() {
        traffic.answers("POST /rollbacks", ALL_ON_BLUE);

        Run run = rollback(traffic.url());

        assertThat(run.code()).isZero();
        assertThat(run.out())
                .isEqualToNormalizingNewlines(
                        """
                        router  asked                     read back  time
                        edge    2026-11-22T10:00:00.000Z  green 0 %  38 ms
                        cutover public-api   all on blue
                        """);
        assertThat(traffic.requests().get(0).body())
                .isEqualTo(
                        "{\"cutover\":\"public-api\",\"reason\":\"asked on the command line\",\"by\":\"a1\"}");
        assertThat(traffic.requests().get(0).token()).isEmpty();
    }

    @Test
    void asksTheNextInstanceWhenOneIsAway() {
        traffic.answers("POST /rollbacks", ALL_ON_BLUE);

        assertThat(rollback("http://127.0.0.1:1", traffic.url()).code()).isZero();
    }

    @Test
    void asksTheNextInstanceWhenOneFailsItself() {
        traffic.answers("POST /rollbacks", ALL_ON_BLUE);
        try (FakePeer broken = new FakePeer()) {
            broken.refuses("POST /rollbacks", 503, "{\"detail\":\"The database is away\"}");

            assertThat(rollback(broken.url(), traffic.url()).code()).isZero();
            assertThat(rollback(broken.url()).err()).contains("The database is away.");
        }
    }

    @Test
    void asksNobodyElseWhenTheCutoverIsUnknown() {
        traffic.refuses("POST /rollbacks", 404, "{\"detail\":\"There is no such cutover.\"}");

        Run run = rollback(traffic.url(), "http://127.0.0.1:1");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("There is no such cutover.");
    }

    @Test
    void saysThatTheRecordComesLater() {
        traffic.answers(
                "POST /rollbacks",
                ALL_ON_BLUE.replace("\"state\"", "\"recorded\":false,\"state\""));

        assertThat(rollback(traffic.url()).out())
                .contains("all on blue, recorded when the database is back");
    }

    @Test
    void failsWhenARouterWasNotReadBack() {
        traffic.answers(
                "POST /rollbacks",
                """
                {"cutover":"public-api","state":"stuck","routers":[
                 {"router":"edge","askedAt":"2026-11-22T10:00:00Z","readBack":null,"readBackAt":null,
                  "reason":"nothing listens at its admin port"}]}
                """);

        Run run = rollback(traffic.url());

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out())
                .contains("not read back", "nothing listens at its admin port", "NOT all on blue");
    }

    @Test
    void neverCallsAnEmptyAnswerARollback() {
        traffic.answers("POST /rollbacks", "{\"cutover\":\"public-api\",\"routers\":[]}");

        assertThat(rollback(traffic.url()).code()).isEqualTo(1);
    }

    @Test
    void saysWhichServiceCantBeReached() {
        Run run = rollback("http://127.0.0.1:1");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err())
                .contains(
                        "The traffic service at http://127.0.0.1:1 can't be reached: nothing listens there.");
    }
}
