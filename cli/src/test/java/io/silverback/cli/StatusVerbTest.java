package io.silverback.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StatusVerbTest {

    private static final String PLAN =
            """
            {"id":"p-1","name":"wave-1","change":"CHG1","state":"live","blue":"b","green":"g",
             "gates":[
              {"subject":"_estate","gate":"execution","step":null,"status":"go","approvers":0,
               "approvals":[],"by":"criteria","why":null,"evidenceHash":"7f3a"},
              {"subject":"public-api","gate":"cutover","step":null,"status":"open","approvers":2,
               "approvals":[{"by":"x","at":"now"}],"by":null,"why":null,"evidenceHash":"99aa"}],
             "migrations":[
              {"workspace":"_estate","state":"passed","ended":false,"entities":12,"progress":null,
               "changes":{"created":12,"updated":0,"deleted":0,"unchanged":0},
               "verification":{"parity":{"entities":12,"differing":0},"routes":{"exercised":0,"total":0},
                 "logins":{"proven":0}},
               "attention":[],"end":null,"artefacts":[]},
              {"workspace":"payments","state":"dumping","ended":false,"entities":null,
               "progress":{"phase":"dumping","done":40,"total":131},"changes":null,"verification":null,
               "attention":[{"entityType":"basicauth_credentials","names":["a","b"],"reason":"hashed"}],
               "end":{"outcome":"failed","field":"workspaces[1]","reason":"is not on blue"},
               "artefacts":[{"uri":"file-store://default/m-1/1/payments.yaml"}]}],
             "cutovers":[
              {"name":"public-api","state":"shifting","ended":false,"weight":10.00,"why":null,
               "router":null,"step":3,"steps":[{"weight":1},{"weight":5},{"weight":10}],
               "evidence":{"needed":500,"verdict":"inconclusive","reason":"too few",
                 "green":{"requests":120,"errorRate":0.005,"latencyP99":9},
                 "blue":{"requests":1000,"errorRate":0,"latencyP99":null}},
               "rollback":{"requestedBy":"edge","reason":"errors","causeToReadBackMillis":38}}]}
            """;

    private final FakePeer console = new FakePeer();

    @AfterEach
    void close() {
        console.close();
    }

    @Test
    void showsGatesMigrationsAndCutovers() {
        console.answers("GET /api/plans/wave%201", PLAN);

        Run run = Run.against(console, "status", "wave 1");

        assertThat(run.code()).isZero();
        assertThat(run.out())
                .isEqualToNormalizingNewlines(
                        """
                        plan wave-1   live   b → g   CHG1
                        gate execution _estate   go by criteria
                        gate cutover public-api   open, 1 of 2 approved   evidence 99aa
                        workspace  state           entities  sync                                           verify
                        _estate    passed          12        12 created, 0 updated, 0 deleted, 0 unchanged  0 differ, 0/0 routes, 0 logins
                        payments   dumping 40/131
                        attention payments: 2 entries basicauth_credentials: hashed
                        ended payments: failed, workspaces[1]: is not on blue
                        cutover public-api   shifting   10 % [=         ]   step 3 of 3
                          green 120 of 500 requests   errors green/blue 0.5 % / 0.0 %   p99 9 / - ms   inconclusive: too few
                          rollback asked by edge: errors, read back 38 ms after its cause
                        """);
    }

    @Test
    void givesScriptsTheConsolesJson() {
        console.answers("GET /api/plans/p-1", PLAN);

        Run run = Run.against(console, "status", "p-1", "--output", "json");

        assertThat(run.out())
                .startsWith("{\"plans\":[{\"id\":\"p-1\"")
                .contains("\"weight\":10.00")
                .hasLineCount(1);
    }

    @Test
    void showsWhatIsLiveWhenNoPlanIsNamed() {
        console.answers(
                "GET /api/plans",
                """
                {"plans":[{"name":"new","state":"completed"},{"name":"two","state":"live"},
                          {"name":"one","state":"live"}]}
                """);

        assertThat(Run.against(console, "status").out())
                .contains("two", "one")
                .doesNotContain("new");
    }

    @Test
    void showsTheNewestWhenNothingIsLive() {
        console.answers(
                "GET /api/plans",
                "{\"plans\":[{\"name\":\"new\",\"state\":\"completed\"},{\"name\":\"old\",\"state\":\"failed\"}]}");

        assertThat(Run.against(console, "status").out()).contains("new").doesNotContain("old");
    }

    @Test
    void saysHowToBeginWhenThereIsNone() {
        console.answers("GET /api/plans", "{\"plans\":[]}");

        assertThat(Run.against(console, "status").out()).contains("silverback run PLAN.yaml");
    }

    @Test
    void listsArtefacts() {
        console.answers("GET /api/plans/p-1", PLAN);

        assertThat(Run.against(console, "status", "p-1", "--artefacts").out())
                .contains("artefact  file-store://default/m-1/1/payments.yaml");
    }

    @Test
    void watchesUntilCompleted() {
        console.answers("GET /api/plans/p-1", PLAN)
                .answers("GET /api/plans/p-1", PLAN.replace("live", "completed"));

        Run run = Run.against(console, "status", "--watch", "p-1");

        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("wave-1   live", "wave-1   completed");
    }

    @Test
    void watchesOnWhileTheConsolesDatabaseIsAway() {
        console.answers("GET /api/plans/p-1", PLAN)
                .refuses("GET /api/plans/p-1", 503, "{\"title\":\"away\",\"status\":503}")
                .answers("GET /api/plans/p-1", PLAN.replace("live", "completed"));

        Run run = Run.against(console, "status", "--watch", "p-1");

        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("wave-1   completed");
    }
}
