package io.silverback.simulator.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.silverback.simulator.entity.Entities;
import io.silverback.simulator.entity.Entities.SecretForm;
import io.silverback.simulator.schema.Catalogue;
import io.silverback.simulator.store.Database;
import io.silverback.simulator.store.Manners;
import io.silverback.simulator.store.MemoryDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;

class RealEstateTest {
    private static final Path STATE =
            Path.of(
                    System.getProperty("kong.shared", "missing"),
                    "state",
                    "blue-deck-1.29.1-with-id.yaml");

    @Test
    void loadsWhatWasDumpedFromARealKong() {
        assumeTrue(
                Files.exists(STATE), () -> "No recorded state at " + STATE + ": set -Dkong.shared");
        Catalogue catalogue = Catalogue.of(true);
        Database database = new MemoryDatabase(catalogue, Manners.CASSANDRA);
        Entities entities = new Entities(database, Clock.systemUTC());

        int loaded =
                new DeckLoader(catalogue, entities, SecretForm.HASHED).load(STATE, name -> name);

        assertThat(loaded).isEqualTo(483);
        assertThat(database.table("routes", "default").rows()).hasSize(104);
        assertThat(database.table("basicauth_credentials", "default").rows().values())
                .allSatisfy(
                        row -> assertThat(row.document().text("password")).matches("[0-9a-f]{40}"));
    }
}
