package io.silverback.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanVerbsTest {

    private static final String TAKEN =
            """
            {"planId":"p-1","name":"wave-1","planHash":"h","mode":"migrate",
             "migrations":[{"id":"m-0","workspace":"_estate"},{"id":"m-1","workspace":"payments"}],
             "cutovers":[{"id":"c-1","name":"public-api"}],
             "warnings":[{"field":"backup","reason":"is not carried out"}]}
            """;

    private final FakePeer console = new FakePeer();
    private final Path plan;

    PlanVerbsTest(@TempDir Path directory) throws IOException {
        plan = Files.writeString(directory.resolve("plan.yaml"), "name: wave-1\n");
    }

    @AfterEach
    void close() {
        console.close();
    }

    @Test
    void lintsWithoutStarting() {
        console.answers("POST /api/plans?dryRun=true", TAKEN);

        Run run = Run.against(console, "lint", plan.toString());

        assertThat(run.code()).isZero();
        assertThat(run.out())
                .isEqualToNormalizingNewlines(
                        """
                        plan wave-1 is fine: 2 migrations, 1 cutover (migrate)
                        warning  backup: is not carried out
                        """);
        assertThat(console.requests())
                .containsExactly(
                        new FakePeer.Request(
                                "POST /api/plans?dryRun=true",
                                "a1",
                                "application/yaml",
                                "",
                                "name: wave-1\n"));
    }

    @Test
    void tellsEveryErrorWithItsField() {
        console.refuses(
                "POST /api/plans?dryRun=true",
                422,
                """
                {"type":"urn:silverback:problem:plan-refused","title":"Plan refused","status":422,
                 "detail":"2 errors in the plan","errors":[
                  {"field":"cutovers[0].steps[2]","reason":"must be greater than the step before it"},
                  {"field":"","reason":"no blue"}]}
                """);

        Run text = Run.against(console, "lint", plan.toString());
        Run json = Run.against(console, "lint", plan.toString(), "--output", "json");

        assertThat(text.code()).isEqualTo(1);
        assertThat(text.err())
                .isEqualToNormalizingNewlines(
                        """
                        silverback: 2 errors in the plan:
                          cutovers[0].steps[2]: must be greater than the step before it
                          no blue
                        """);
        assertThat(json.code()).isEqualTo(1);
        assertThat(json.err())
                .contains("\"type\":\"urn:silverback:problem:plan-refused\"")
                .contains("{\"field\":\"cutovers[0].steps[2]\"");
    }

    @Test
    void submitsAPlanAndSaysWhatIsNext() {
        console.answers("POST /api/plans", TAKEN);

        Run run = Run.against(console, "run", plan.toString());

        assertThat(run.code()).isZero();
        assertThat(run.out())
                .startsWith("plan wave-1 is accepted: 2 migrations, 1 cutover (migrate)")
                .contains("silverback status --watch wave-1");
    }

    @Test
    void staysUntilThePlanIsOver() {
        console.answers("POST /api/plans", TAKEN)
                .answers("GET /api/plans/p-1", "{\"name\":\"wave-1\",\"state\":\"live\"}")
                .answers("GET /api/plans/p-1", "{\"name\":\"wave-1\",\"state\":\"live\"}")
                .answers("GET /api/plans/p-1", "{\"name\":\"wave-1\",\"state\":\"rolled-back\"}");

        Run run = Run.against(console, "run", "--watch", plan.toString());

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).containsOnlyOnce("wave-1   live").contains("wave-1   rolled-back");
    }

    @Test
    void saysThatAPlanCantBeRead() {
        Run run = Run.against(console, "lint", "nowhere.yaml");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("The plan nowhere.yaml can't be read.");
    }

    @Test
    void toleratesAPeerThatIsNoConsole() {
        console.answers("POST /api/plans", 502, "text/html", "<h1>Bad gateway</h1>");

        assertThat(Run.against(console, "run", plan.toString()).err())
                .contains("The console answered with status 502 and no reason.");
    }

    @Test
    void letsNoAnswerSteerTheTerminal() {
        console.answers("POST /api/plans", TAKEN.replace("wave-1", "wave\\u001b[2J"));

        assertThat(Run.against(console, "run", plan.toString()).out())
                .doesNotContain("\u001b")
                .contains("wave?[2J");
    }
}
