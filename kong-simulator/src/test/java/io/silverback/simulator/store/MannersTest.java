package io.silverback.simulator.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverback.simulator.schema.Catalogue;
import io.silverback.simulator.schema.Document;
import io.silverback.simulator.schema.EntityType;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MannersTest {
    @ParameterizedTest
    @EnumSource(Manners.class)
    void readsItsOwnOffsets(Manners manners) {
        EntityType type = Catalogue.of(false).entity("consumers");
        String position = manners.position(type, "29eddef3-a488-4d9a-8d94-50e51d754fd3");
        assertThat(manners.behind(manners.offset(position))).isEqualTo(position);
        assertThat(manners.behind("not base64!")).isNull();
    }

    @ParameterizedTest
    @EnumSource(Manners.class)
    void countsTheLifeOfAKeyFromItsOwnMoment(Manners manners) {
        long end = manners.end(50_000, 20_000, 40);
        assertThat(end).isEqualTo(manners == Manners.CASSANDRA ? 90_000 : 60_000);
    }

    @ParameterizedTest
    @EnumSource(Manners.class)
    void takesNulBytesOnCassandraOnly(Manners manners) {
        Document nested = Document.of("tags", List.of("a", "b\0c"));
        assertThat(manners.takes(nested)).isEqualTo(manners == Manners.CASSANDRA);
        assertThat(manners.takes(Document.of("tags", List.of("a")).with("name", null))).isTrue();
    }
}
