package io.silverback.traffic.canary;

import io.silverback.traffic.router.Observation;
import io.silverback.traffic.router.Reading;
import io.silverback.traffic.router.RouterRefusedException;
import io.silverback.traffic.router.Routers;
import io.silverback.traffic.router.TrafficRouter;
import io.silverback.traffic.router.Weight;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A router that does what it is told, remembers it, and lets a test happen in between. */
final class ScriptedRouter implements TrafficRouter, Routers {

    final List<String> orders = new ArrayList<>();
    Weight weight = Weight.ZERO;
    boolean refusing;
    Consumer<Weight> onOrder = weight -> {};
    Runnable onLook = () -> {};
    private long requests;

    @Override
    public String name() {
        return "edge";
    }

    @Override
    public TrafficRouter named(String name) {
        return this;
    }

    @Override
    public List<String> names() {
        return List.of("edge");
    }

    @Override
    public Uni<Reading> read() {
        return look();
    }

    @Override
    public Uni<Reading> renew() {
        return look();
    }

    @Override
    public Uni<Reading> lend(Weight to) {
        return order("lend", to);
    }

    @Override
    public Uni<Reading> settle(Weight to) {
        return order("settle", to);
    }

    @Override
    public Uni<Observation> observe() {
        requests += 10;
        return Uni.createFrom().item(new Observation(Instant.now(), 0, null, 0, requests));
    }

    private Uni<Reading> look() {
        return answer(onLook);
    }

    private Uni<Reading> order(String word, Weight to) {
        return answer(
                () -> {
                    orders.add(word + " " + to);
                    weight = to;
                    onOrder.accept(to);
                });
    }

    private Uni<Reading> answer(Runnable act) {
        return Uni.createFrom()
                .item(
                        () -> {
                            if (refusing) {
                                throw new RouterRefusedException("edge", "no");
                            }
                            act.run();
                            return new Reading("edge", weight, Instant.now(), Instant.now());
                        });
    }
}
