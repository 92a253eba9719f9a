package io.silverback.simulator.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CassandraOrderTest {
    private static final String LOW = "00000000-0000-4000-8000-000000000001";
    private static final String HIGH = "ffffffff-ffff-4fff-bfff-ffffffffffff";
    private static final String FIFTH_VERSION = "00000000-0000-5000-8000-000000000001";

    @ParameterizedTest
    @CsvSource({
        "29eddef3-a488-4d9a-8d94-50e51d754fd3, -6964569192560554948",
        "00000000-0000-4000-8000-000000000001, -5659158761668988529",
        "ffffffff-ffff-4fff-bfff-ffffffffffff, -5207082310825530663"
    })
    void takesTheTokenThatMurmur3Gives(String id, long token) {
        assertThat(CassandraOrder.token(id)).isEqualTo(token);
    }

    @Test
    void sortsNegativeTokensBeforePositiveOnes() {
        boolean lower = CassandraOrder.token(LOW) < CassandraOrder.token(HIGH);
        int order = CassandraOrder.byToken(LOW).compareTo(CassandraOrder.byToken(HIGH));
        assertThat(order < 0).isEqualTo(lower);
    }

    @Test
    void sortsIdsByTheirVersionFirst() {
        assertThat(CassandraOrder.byId(LOW)).isLessThan(CassandraOrder.byId(HIGH));
        assertThat(CassandraOrder.byId(HIGH)).isLessThan(CassandraOrder.byId(FIFTH_VERSION));
    }

    @Test
    void findsTheIdThatAPositionEndsWith() {
        assertThat(CassandraOrder.byIdAtPosition(CassandraOrder.byToken(LOW)))
                .isEqualTo(CassandraOrder.byId(LOW));
    }
}
