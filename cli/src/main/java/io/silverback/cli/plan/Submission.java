package io.silverback.cli.plan;

import static io.silverback.cli.screen.Words.count;
import static io.silverback.cli.screen.Words.each;
import static io.silverback.cli.screen.Words.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What the console says of a plan it takes. */
record Submission(JsonNode answer) {

    List<String> lines(String verdict, String... next) {
        List<String> lines = new ArrayList<>();
        lines.add(
                "plan %s %s: %s, %s (%s)"
                        .formatted(
                                text(answer, "name"),
                                verdict,
                                count(answer.path("migrations").size(), "migration"),
                                count(answer.path("cutovers").size(), "cutover"),
                                text(answer, "mode")));
        each(answer.path("warnings"))
                .forEach(w -> lines.add("warning  " + text(w, "field") + ": " + text(w, "reason")));
        lines.addAll(List.of(next));
        return lines;
    }
}
