package io.silverback.traffic.canary;

import io.silverback.traffic.router.Reading;
import io.silverback.traffic.router.RouterRefusedException;
import io.silverback.traffic.router.Routers;
import io.silverback.traffic.router.TrafficRouter;
import io.silverback.traffic.router.Weight;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** All routers of a cutover at once: up one after the other, down together. */
@ApplicationScoped
class RouterSet {

    private final Routers routers;
    private final LiveCutovers live;

    RouterSet(Routers routers, LiveCutovers live) {
        this.routers = routers;
        this.live = live;
    }

    /** Gives all traffic to blue; each router answers for itself, none stands in another's way. */
    Uni<List<RouterAnswer>> giveBack(Cutover cutover) {
        return together(cutover.request().routers(), name -> giveBack(name, cutover));
    }

    /** What the routers give now; keeps what was lent to them. */
    Uni<List<Reading>> readings(Cutover cutover) {
        return each(cutover, router -> cutover.weight().isZero() ? router.read() : router.renew());
    }

    /** Takes routers back to {@code weight}. */
    Uni<List<Reading>> lower(Cutover cutover, Weight weight) {
        return each(
                cutover, router -> weight.isZero() ? router.settle(weight) : router.lend(weight));
    }

    /** Leaves all routers at {@code weight} for good. */
    Uni<List<Reading>> settle(Cutover cutover, Weight weight) {
        return each(cutover, router -> shown(router.settle(weight), weight));
    }

    /** Raises the routers in the plan's order, each read back before the next is told. */
    Uni<List<Reading>> raise(Cutover cutover, Weight to, BooleanSupplier stillAllowed) {
        return Multi.createFrom()
                .iterable(cutover.request().routers())
                .onItem()
                .transformToUniAndConcatenate(name -> raise(name, to, stillAllowed))
                .collect()
                .asList();
    }

    private Uni<Reading> raise(String name, Weight to, BooleanSupplier stillAllowed) {
        return stillAllowed.getAsBoolean()
                ? shown(ask(name, router -> router.lend(to)), to)
                : Uni.createFrom().failure(new RaiseForbiddenException());
    }

    private static Uni<Reading> shown(Uni<Reading> answer, Weight wanted) {
        return answer.invoke(reading -> requireShown(reading, wanted));
    }

    private static void requireShown(Reading reading, Weight wanted) {
        if (!reading.weight().equals(wanted)) {
            throw new RouterRefusedException(
                    reading.router(), "was told " + wanted + " and shows " + reading.weight());
        }
    }

    private Uni<RouterAnswer> giveBack(String name, Cutover cutover) {
        boolean foreign = !cutover.mayServe() && live.isUsedByAnother(name, cutover);
        return ask(name, router -> foreign ? router.read() : router.settle(Weight.ZERO))
                .map(RouterAnswer::of)
                .onFailure(RouterRefusedException.class)
                .recoverWithItem(fault -> RouterAnswer.refused(name, why(fault)));
    }

    private static String why(Throwable fault) {
        return fault instanceof RouterRefusedException refused
                ? refused.why()
                : String.valueOf(fault.getMessage());
    }

    private Uni<List<Reading>> each(Cutover cutover, Function<TrafficRouter, Uni<Reading>> order) {
        return together(cutover.request().routers(), name -> ask(name, order));
    }

    private static <T> Uni<List<T>> together(List<String> names, Function<String, Uni<T>> order) {
        return Uni.join().all(names.stream().map(order).toList()).andFailFast();
    }

    private <T> Uni<T> ask(String name, Function<TrafficRouter, Uni<T>> order) {
        return Uni.createFrom().deferred(() -> order.apply(routers.named(name)));
    }
}
