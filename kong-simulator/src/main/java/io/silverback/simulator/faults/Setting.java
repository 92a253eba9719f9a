package io.silverback.simulator.faults;

import io.silverback.simulator.faults.Fate.Kind;
import io.silverback.simulator.schema.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a port, a route or a consumer. Rates are shares of the requests, 0 to 1.
 *
 * @param shown as it was asked for, with the defaults
 */
record Setting(Latency latency, List<Share> shares, long dripMillis, Document shown) {
    private static final Document NOTHING =
            Document.of("latencyMillis", 0L)
                    .with("errorRate", 0.0)
                    .with("errorStatus", 500)
                    .with("resetRate", 0.0);

    /** Nothing is wrong. */
    static final Setting NONE = new Setting(new Latency(0, 0), List.of(), 0, NOTHING);

    private record Share(Kind kind, int status, double rate) {
        static Share of(String status, double rate) {
            return new Share(Kind.STATUS, Integer.parseInt(status), rate);
        }
    }

    /** Reads what was asked for; what is missing is not wrong. */
    static Setting of(Document wanted) {
        Document latency = wanted.document("latency");
        double median = number(latency, "p50", number(wanted, "latencyMillis", 0));
        Document shown = Document.of(NOTHING);
        shown.putAll(wanted);
        return new Setting(
                new Latency(median, number(latency, "p99", median)),
                shares(wanted),
                (long) number(wanted, "dripMillis", 100),
                shown);
    }

    private static List<Share> shares(Document wanted) {
        int error = (int) wanted.number("errorStatus", 500);
        int page = (int) wanted.number("htmlStatus", 502);
        List<Share> shares = new ArrayList<>();
        shares.add(new Share(Kind.RESET, 0, rate(wanted.get("resetRate"))));
        shares.add(new Share(Kind.STATUS, error, rate(wanted.get("errorRate"))));
        wanted.document("statuses")
                .forEach((status, rate) -> shares.add(Share.of(status, rate(rate))));
        shares.add(new Share(Kind.HTML, page, rate(wanted.get("htmlRate"))));
        shares.add(new Share(Kind.TRUNCATE, 0, rate(wanted.get("truncateRate"))));
        shares.add(new Share(Kind.DRIP, 0, rate(wanted.get("dripRate"))));
        shares.removeIf(share -> share.rate() == 0);
        return shares;
    }

    private static double number(Document wanted, String name, double otherwise) {
        return wanted.get(name) instanceof Number number ? number.doubleValue() : otherwise;
    }

    private static double rate(@Nullable Object value) {
        return value instanceof Number number ? Math.min(1, Math.max(0, number.doubleValue())) : 0;
    }

    boolean isNone() {
        return latency.isNone() && shares.isEmpty();
    }

    Fate draw(RandomGenerator random) {
        double drawn = random.nextDouble();
        long delay = latency.draw(random);
        for (Share share : shares) {
            drawn -= share.rate();
            if (drawn < 0) {
                return new Fate(delay, share.kind(), share.status(), dripMillis);
            }
        }
        return new Fate(delay, Kind.FINE, 0, 0);
    }
}
