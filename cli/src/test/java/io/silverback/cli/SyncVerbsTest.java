package io.silverback.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SyncVerbsTest {

    private static final String REPORT =
            """
            {"workspace":"payments","green":"emea-postgres","created":1,"updated":1,"deleted":1,"unchanged":7,
             "changes":[
              {"change":"create","entity":"consumers ann (c-1)",
               "fields":[{"field":"username","from":"nothing","to":"\\"ann\\""}]},
              {"change":"update","entity":"services pay (s-1)",
               "fields":[{"field":"host","from":"\\"old\\"","to":"\\"new\\""}]},
              {"change":"delete","entity":"plugins p-1",
               "fields":[{"field":"config","from":"{\\"key\\":\\"***\\"}","to":"nothing"}]}],
             "conflicts":[],"extra":["upstreams theirs (u-1)"],
             "attention":[{"entityType":"basicauth_credentials","names":["consumers ann"],"reason":"hashed"}]}
            """;

    private final FakePeer console = new FakePeer();

    @AfterEach
    void close() {
        console.close();
    }

    @Test
    void showsEachChangeFieldByField() {
        answered(
                """
                {"targetId":"m-1","status":"done","report":{"uri":"file-store://default/m-1/1/diff.json"}}
                """);
        console.answers(
                "GET /api/artefacts?uri=file-store%3A%2F%2Fdefault%2Fm-1%2F1%2Fdiff.json", REPORT);

        Run run = Run.against(console, "diff", "wave/payments");

        assertThat(run.out())
                .isEqualToNormalizingNewlines(
                        """
                        payments on emea-postgres   1 to create, 1 to update, 1 to delete, 7 as they should be
                        create     consumers ann (c-1)
                            username: "ann"
                        update     services pay (s-1)
                            host: "old" -> "new"
                        delete     plugins p-1
                            config: {"key":"***"}
                        kept       upstreams theirs (u-1)
                        attention  basicauth_credentials consumers ann: hashed
                        """);
        assertThat(run.code()).isZero();
        assertThat(console.requests().get(0).body()).contains("\"verb\":\"diff\"");
    }

    @Test
    void saysWhyThereIsNoDiff() {
        answered("{\"targetId\":\"m-1\",\"status\":\"refused\",\"reason\":\"green is away\"}");

        Run run = Run.against(console, "diff", "wave/payments");

        assertThat(run.out()).isEqualToNormalizingNewlines("diff m-1   refused: green is away\n");
        assertThat(run.code()).isEqualTo(1);
    }

    @Test
    void saysThatItWasTakenBack() {
        answered("{\"targetId\":\"m-1\",\"status\":\"done\"}");

        Run run = Run.against(console, "undo", "wave/payments", "--why", "another day");

        assertThat(run.out()).isEqualToNormalizingNewlines("undo m-1   done\n");
        assertThat(run.code()).isZero();
        assertThat(console.requests().get(0).body())
                .isEqualTo(
                        "{\"verb\":\"undo\",\"target\":\"wave/payments\",\"why\":\"another day\"}");
    }

    private void answered(String answer) {
        console.answers("POST /api/commands", "{\"commands\":[{\"id\":\"k-1\"}]}")
                .answers("GET /api/commands/k-1", answer);
    }
}
