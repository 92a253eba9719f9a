package io.silverback.simulator.conformance;

import io.silverback.simulator.Simulator;
import io.silverback.simulator.SimulatorOptions;
import io.silverback.simulator.store.Manners;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** Requests of our own, recorded from one simulator to be replayed on another. */
final class Scenario {
    private static final List<String> REQUESTS =
            List.of(
                    "POST /services {\"name\":\"cart\",\"host\":\"cart.test\",\"tags\":[\"b\",\"a\"]}",
                    "POST /services {\"name\":\"cart\",\"host\":\"cart.test\"}",
                    "POST /services {\"name\":\"none\"}",
                    "GET /services/cart",
                    "GET /services/nobody",
                    "PATCH /services/cart {\"retries\":3}",
                    "POST /services/cart/routes {\"name\":\"r1\",\"paths\":[\"/x\",\"/a\"]}",
                    "POST /services/cart/routes {\"name\":\"r2\",\"hosts\":[\"x.test\",\"a.test\"]}",
                    "POST /services/cart/routes {\"name\":\"r3\",\"paths\":[\"/c\"]}",
                    "GET /routes/r1",
                    "GET /services/cart/routes",
                    "GET /routes?size=2",
                    "PUT /consumers/ann {\"custom_id\":\"c1\"}",
                    "POST /consumers/ann/basic-auth {\"username\":\"ann\",\"password\":\"p\"}",
                    "POST /consumers/ann/key-auth {}",
                    "GET /consumers/ann/key-auth",
                    "POST /services/cart/plugins {\"name\":\"rate-limiting\",\"config\":{\"minute\":5}}",
                    "GET /plugins",
                    "DELETE /routes/r2",
                    "GET /routes/r2",
                    "DELETE /services",
                    "OPTIONS /services",
                    "GET /services?size=0",
                    "GET /tags");

    private Scenario() {}

    static Recording recorded() {
        Instant now = Instant.parse("2026-11-22T12:00:00Z");
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        String date =
                DateTimeFormatter.RFC_1123_DATE_TIME.format(
                        ZonedDateTime.ofInstant(now, ZoneOffset.UTC));
        SimulatorOptions options = SimulatorOptions.postgres("first").withEnterprise(false);
        List<Exchange> exchanges = new ArrayList<>();
        try (Simulator simulator = Simulator.start(options, clock)) {
            Gateway gateway = new OverHttp(simulator.adminUrl());
            REQUESTS.forEach(request -> exchanges.add(exchange(gateway, request, date)));
        }
        return new Recording("scenario", "3.3.1", Manners.POSTGRES, true, exchanges);
    }

    private static Exchange exchange(Gateway gateway, String request, String date) {
        String[] parts = request.split(" ", 3);
        String body = parts.length == 3 ? parts[2] : null;
        String type = body == null ? null : "application/json";
        Exchange.Asked asked = new Exchange.Asked(parts[0], parts[1], type, body);
        Exchange.Answer answer = gateway.answer(asked);
        List<List<String>> headers = new ArrayList<>(answer.headers());
        headers.add(List.of("Date", date));
        return new Exchange(
                request,
                false,
                asked,
                new Exchange.Answer(answer.status(), headers, answer.body()));
    }
}
