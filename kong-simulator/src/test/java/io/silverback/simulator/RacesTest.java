package io.silverback.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverback.simulator.entity.Entities;
import io.silverback.simulator.entity.Race;
import io.silverback.simulator.entity.Refusal;
import io.silverback.simulator.schema.Catalogue;
import io.silverback.simulator.schema.Document;
import io.silverback.simulator.schema.EntityType;
import io.silverback.simulator.store.Manners;
import io.silverback.simulator.store.MemoryDatabase;
import io.silverback.simulator.store.Row;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class RacesTest {
    private static final int ROUNDS = 20;
    private static final int CALLS = 16;

    @Test
    void letsBothThroughThatCannotSeeEachOther() {
        Set<Row> fresh = new HashSet<>();
        Race race =
                new Race() {
                    @Override
                    public void written(Row row) {
                        fresh.add(row);
                    }

                    @Override
                    public boolean hides(Row row) {
                        return fresh.contains(row);
                    }
                };
        MemoryDatabase database = new MemoryDatabase(Catalogue.of(false), Manners.CASSANDRA);
        Entities entities = new Entities(database, Clock.systemUTC(), race);
        EntityType consumers = database.catalogue().entity("consumers");
        entities.create(consumers, "ws", Document.of("username", "bob"));
        entities.create(consumers, "ws", Document.of("username", "bob"));
        fresh.clear();
        Assertions.assertThatThrownBy(
                        () -> entities.create(consumers, "ws", Document.of("username", "bob")))
                .isInstanceOf(Refusal.class);
        assertThat(database.table(consumers, "ws").rows()).hasSize(2);
    }

    @Test
    void makesDuplicatesOnCassandraWhenManyCallsComeAtOnce() throws IOException {
        assertThat(roundsWithDuplicates(SimulatorOptions.cassandra("blue"))).isPositive();
    }

    @Test
    void makesNoneOnPostgres() throws IOException {
        assertThat(roundsWithDuplicates(SimulatorOptions.postgres("green"))).isZero();
    }

    @Test
    void makesNoneForOneWhoWaitsForEachAnswer() throws IOException {
        try (Simulator kong = Simulator.start(SimulatorOptions.cassandra("blue"))) {
            Client client = new Client(kong.adminUrl());
            for (int i = 0; i < 200; i++) {
                String body = "{\"username\":\"c" + i + "\"}";
                assertThat(client.send("POST", "/consumers", body).status()).isEqualTo(201);
                assertThat(client.send("POST", "/consumers", body).status()).isEqualTo(409);
            }
        }
    }

    private static long roundsWithDuplicates(SimulatorOptions options) throws IOException {
        try (Simulator kong = Simulator.start(options.withEnterprise(false))) {
            HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
            return IntStream.range(0, ROUNDS)
                    .filter(round -> created(http, kong.adminUrl(), "c" + round) > 1)
                    .count();
        }
    }

    private static long created(HttpClient http, URI admin, String name) {
        HttpRequest request =
                HttpRequest.newBuilder(admin.resolve("/consumers"))
                        .header("Content-Type", "application/json")
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        "{\"username\":\"" + name + "\"}"))
                        .build();
        List<CompletableFuture<HttpResponse<Void>>> calls =
                IntStream.range(0, CALLS)
                        .mapToObj(
                                call ->
                                        http.sendAsync(
                                                request, HttpResponse.BodyHandlers.discarding()))
                        .toList();
        return calls.stream().filter(call -> call.join().statusCode() == 201).count();
    }
}
