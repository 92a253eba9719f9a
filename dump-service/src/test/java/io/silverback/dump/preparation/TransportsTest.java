package io.silverback.dump.preparation;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverback.contracts.MigrationRequested;
import io.silverback.contracts.Transport;
import io.silverback.contracts.TransportChoice;
import io.silverback.dump.Requests;
import io.silverback.dump.migration.Failure;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransportsTest {

    private static MigrationRequested request(TransportChoice choice) {
        return Requests.plan(true, choice, "payments").get(1);
    }

    private static GatewayFacts gateway(String name, String database, boolean hasAccess) {
        return new GatewayFacts(name, database, database, "3.3.1", "oss", hasAccess);
    }

    @ParameterizedTest
    @CsvSource({
        "AUTO, true, true, ROWS",
        "AUTO, true, false, ADMIN_API",
        "AUTO, false, true, ADMIN_API",
        "ADMIN_API, true, true, ADMIN_API",
        "ROWS, true, true, ROWS"
    })
    void rowsTravelWhereBothDatabasesAreRegisteredUnlessThePlanSaysOtherwise(
            TransportChoice choice, boolean ofBlue, boolean ofGreen, Transport chosen) {
        assertThat(
                        Transports.choose(
                                request(choice),
                                gateway("b", "cassandra", ofBlue),
                                gateway("g", "postgres", ofGreen)))
                .isEqualTo(chosen);
    }

    @ParameterizedTest
    @CsvSource({
        "oss, 3.3.1, true",
        "oss, 3.3.12, true",
        "oss, 2.8.5, false",
        "oss, 3.30.1, false",
        "enterprise, 3.3.1, false"
    })
    void rowsAreRefusedWhereNobodyHasComparedThem(String edition, String version, boolean proven) {
        GatewayFacts blue = new GatewayFacts("b", "cassandra", "cassandra", version, edition, true);
        GatewayFacts green = new GatewayFacts("g", "postgres", "postgres", version, edition, true);

        assertThat(check(request(TransportChoice.AUTO), blue, green).isEmpty()).isEqualTo(proven);
        assertThat(check(request(TransportChoice.ADMIN_API), blue, green)).isEmpty();
    }

    @Test
    void rowsAreRefusedNamingTheGatewayWhoseDatabaseIsNotRegistered() {
        assertThat(
                        check(
                                request(TransportChoice.ROWS),
                                gateway("emea-cassandra", "cassandra", true),
                                gateway("emea-postgres", "postgres", false)))
                .map(Failure::reason)
                .hasValueSatisfying(
                        reason ->
                                assertThat(reason)
                                        .contains("Transport rows")
                                        .contains("emea-postgres")
                                        .doesNotContain("emea-cassandra"));
    }

    private static Optional<Failure> check(
            MigrationRequested request, GatewayFacts blue, GatewayFacts green) {
        return Preflight.check(request, Transports.choose(request, blue, green), blue, green, true);
    }
}
