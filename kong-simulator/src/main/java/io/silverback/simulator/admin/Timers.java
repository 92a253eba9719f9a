package io.silverback.simulator.admin;

import io.silverback.simulator.schema.Document;
import java.util.ArrayList;
import java.util.List;

/** The timers of one worker, as {@code GET /timers} shows them; they rest. */
final class Timers {
    private static final int SLOWEST_AT_FIRST = 9_999_999;
    private static final String UNKNOWN = "debug off";

    private final long startedMillis = System.currentTimeMillis();
    private final Document declared;
    private final long workers;

    /**
     * Timers as they are declared.
     *
     * @param declared those with a name, how many have none, which of these runs all the time
     */
    Timers(Document declared, long workers) {
        this.declared = declared;
        this.workers = workers;
    }

    /** Whether this version shows its timers. */
    boolean areShown() {
        return !declared.isEmpty();
    }

    Document shown() {
        List<String> unnamed = unnamed();
        Document timers = new Document();
        declared.list("named")
                .forEach(name -> timers.put(String.valueOf(name), timer(name, false)));
        long running = declared.number("running", 0);
        for (int i = 0; i < unnamed.size(); i++) {
            timers.put(unnamed.get(i), timer(unnamed.get(i), i == running));
        }
        Document stats =
                Document.of("sys", counts(timers.size()))
                        .with("timers", timers)
                        .with(
                                "flamegraph",
                                Document.of("running", "")
                                        .with("pending", "")
                                        .with("elapsed_time", ""));
        return Document.of("worker", Document.of("id", 0).with("count", workers))
                .with("stats", stats);
    }

    /** Kong calls them after the moment and the number of their start. */
    private List<String> unnamed() {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < declared.number("unnamed", 0); i++) {
            names.add(
                    "unix_timestamp="
                            + startedMillis
                            + ".000000;counter="
                            + i
                            + ":meta="
                            + UNKNOWN);
        }
        return names;
    }

    private static Document counts(int total) {
        return Document.of("total", total)
                .with("running", 1)
                .with("waiting", total - 1)
                .with("pending", 0)
                .with("runs", 1);
    }

    private static Document timer(Object name, boolean running) {
        Document elapsed =
                Document.of("avg", 0)
                        .with("max", -1)
                        .with("min", SLOWEST_AT_FIRST)
                        .with("variance", 0);
        return Document.of("name", name)
                .with("is_running", running)
                .with("meta", Document.of("name", UNKNOWN).with("callstack", UNKNOWN))
                .with(
                        "stats",
                        Document.of("runs", running ? 1 : 0)
                                .with("finish", 0)
                                .with("last_err_msg", "")
                                .with("elapsed_time", elapsed));
    }
}
