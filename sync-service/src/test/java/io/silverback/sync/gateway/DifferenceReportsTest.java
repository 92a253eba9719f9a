package io.silverback.sync.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.silverback.kong.diff.Change;
import io.silverback.kong.diff.Diff;
import io.silverback.kong.state.Entity;
import io.silverback.sync.Requests;
import io.silverback.sync.syncing.DifferenceReport;
import io.silverback.sync.syncing.DifferenceReport.Field;
import java.util.List;
import org.junit.jupiter.api.Test;

class DifferenceReportsTest {

    @Test
    void showsNoSecret() {
        Field field = fields("keyauth_credentials", "key", "k-e-y").get(0);
        assertThat(field).isEqualTo(new Field("key", "nothing", "\"***\""));
    }

    @Test
    void tellsLongTextsApartWithoutShowingThem() {
        String one = fields("files", "contents", "x".repeat(5_000) + "a").get(0).to();
        String other = fields("files", "contents", "x".repeat(5_000) + "b").get(0).to();
        assertThat(one).startsWith("\"xxx").contains("(5003 characters, ").hasSizeLessThan(120);
        assertThat(one).isNotEqualTo(other);
    }

    private static List<Field> fields(String type, String field, String value) {
        ObjectNode fields = JsonNodeFactory.instance.objectNode().put(field, value);
        Change change = new Change.Create(new Entity(type, "1", fields));
        Diff diff =
                new Diff(
                        "payments", List.of(change), List.of(), List.of(), List.of(), List.of(), 0);
        DifferenceReport report =
                DifferenceReports.of(
                        Requests.plan(true, "payments").get(1), diff, List.of(), List.of());
        return report.changes().get(0).fields();
    }
}
