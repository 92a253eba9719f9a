package io.silverback.simulator.nodes;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What one node is told by others: it looks at the end of each interval in which there was news.
 */
public final class Mailbox {
    private final Time time;
    private final Duration interval;
    private List<Runnable> news = new ArrayList<>();

    /** A mailbox that is looked into that often. */
    public Mailbox(Time time, Duration interval) {
        this.time = time;
        this.interval = interval;
    }

    /** Leaves news, which run when the node looks; at once without an interval. */
    public void leave(Runnable message) {
        if (interval.isZero()) {
            message.run();
        } else if (isFirst(message)) {
            time.after(interval, this::look);
        }
    }

    private synchronized boolean isFirst(Runnable message) {
        news.add(message);
        return news.size() == 1;
    }

    private void look() {
        taken().forEach(Runnable::run);
    }

    private synchronized List<Runnable> taken() {
        List<Runnable> taken = news;
        news = new ArrayList<>();
        return taken;
    }
}
