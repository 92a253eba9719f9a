package io.silverback.simulator.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverback.simulator.schema.Catalogue;
import io.silverback.simulator.schema.Document;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class BodiesTest {
    private static final String FORM =
            """
            --mark
            Content-Disposition: form-data; name="name"

            caf\u00e9
            --mark
            Content-Disposition: form-data; name="retries"

            3
            --mark
            Content-Disposition: form-data; name="tags[]"

            a
            --mark
            Content-Disposition: form-data; name="tags[]"

            b
            --mark
            Content-Disposition: form-data; name="ca"; filename="name=x.pem"
            Content-Type: text/plain

            line 1
            line 2
            --mark--
            """;

    @Test
    void turnsThePartsOfAFormIntoWhatTheFieldsDeclare() {
        Document read = read("multipart/form-data; boundary=mark");

        assertThat(read)
                .containsEntry("name", "caf\u00e9")
                .containsEntry("retries", 3L)
                .containsEntry("tags", List.of("a", "b"))
                .containsEntry("ca", "line 1\r\nline 2");
    }

    @Test
    void takesABoundaryInQuotes() {
        assertThat(read("multipart/form-data; boundary=\"mark\"")).hasSize(4);
    }

    @Test
    void findsNothingWithoutABoundary() {
        assertThat(read("multipart/form-data")).isEmpty();
    }

    private static Document read(String type) {
        byte[] body = FORM.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        return Bodies.read(
                AdminRequest.of("POST", "/services", null, type, null, body),
                Catalogue.of(false).entity("services").fields());
    }
}
