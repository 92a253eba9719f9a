package io.silverback.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverback.simulator.store.Manners;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** When keys with a ttl are gone, on either database. */
class KeyLifeTest {
    private static final String KEY = "/consumers/ann/key-auth/k";

    private final ManualTime time = new ManualTime();
    private Simulator simulator;
    private Client admin;

    @AfterEach
    void close() {
        simulator.close();
    }

    /** A key of 100 seconds, 40 of which are over. */
    private void keyOn(Manners database) throws IOException {
        SimulatorOptions options = SimulatorOptions.postgres("green").withDatabase(database);
        simulator = Simulator.startIn(time, options);
        admin = new Client(simulator.adminUrl());
        admin.send("POST", "/services", "{\"name\":\"s\",\"host\":\"s.test\"}");
        admin.send("POST", "/services/s/routes", "{\"paths\":[\"/a\"]}");
        admin.send("POST", "/services/s/plugins", "{\"name\":\"key-auth\"}");
        admin.send("POST", "/consumers", "{\"username\":\"ann\"}");
        admin.send("POST", "/consumers/ann/key-auth", "{\"key\":\"k\",\"ttl\":100}");
        time.advance(Duration.ofSeconds(40));
        assertThat(rest()).isEqualTo(60);
    }

    @ParameterizedTest
    @EnumSource(Manners.class)
    void endsItAtItsTime(Manners database) throws IOException {
        keyOn(database);
        assertThat(login()).isEqualTo(200);

        time.advance(Duration.ofSeconds(61));
        assertThat(login()).isEqualTo(401);
        assertThat(admin.get(KEY).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @EnumSource(Manners.class)
    void countsTheTtlOfAPatchFromNow(Manners database) throws IOException {
        keyOn(database);

        assertThat(patched("{\"ttl\":50}")).isEqualTo(200);

        assertThat(rest()).isEqualTo(50);
        time.advance(Duration.ofSeconds(49));
        assertThat(login()).isEqualTo(200);
        time.advance(Duration.ofSeconds(2));
        assertThat(login()).isEqualTo(401);
        assertThat(patched("{\"ttl\":50}")).isEqualTo(404);
    }

    @ParameterizedTest
    @EnumSource(Manners.class)
    void keepsItForGoodAfterAPatchToZero(Manners database) throws IOException {
        keyOn(database);

        assertThat(patched("{\"ttl\":0}")).isEqualTo(200);

        time.advance(Duration.ofDays(1000));
        assertThat(admin.get(KEY).status()).isEqualTo(200);
        assertThat(login()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource(Manners.class)
    void losesItsEndByAPatchWithoutTtlOnCassandraOnly(Manners database) throws IOException {
        keyOn(database);

        assertThat(patched("{\"tags\":[\"a\"]}")).isEqualTo(200);

        assertThat(rest()).isEqualTo(database == Manners.CASSANDRA ? -1 : 60);
        time.advance(Duration.ofSeconds(61));
        assertThat(login()).isEqualTo(database == Manners.CASSANDRA ? 200 : 401);
    }

    @ParameterizedTest
    @EnumSource(Manners.class)
    void endsAKeyThatHadNoEnd(Manners database) throws IOException {
        keyOn(database);
        admin.send("POST", "/consumers/ann/key-auth", "{\"key\":\"eternal\"}");

        admin.send("PATCH", "/consumers/ann/key-auth/eternal", "{\"ttl\":10}");

        time.advance(Duration.ofSeconds(11));
        assertThat(admin.get("/consumers/ann/key-auth/eternal").status()).isEqualTo(404);
    }

    private int patched(String body) throws IOException {
        return admin.send("PATCH", KEY, body).status();
    }

    /** The seconds that are left; -1 for a key without end. */
    private long rest() throws IOException {
        return admin.get(KEY).body().number("ttl", -1);
    }

    private int login() throws IOException {
        return new Client(simulator.proxyUrl()).get("/a", "apikey", "k").status();
    }
}
