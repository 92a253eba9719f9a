package io.silverback.simulator.nodes;

import io.silverback.simulator.store.Database;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The traditional nodes over one database, and what they tell each other. */
public final class Neighbours {
    private final Database database;
    private final Time time;
    private final Duration interval;
    private final ClusterEvents events;
    private final List<NodeView> views = new ArrayList<>();
    private final List<Mailbox> mailboxes = new ArrayList<>();

    /** No nodes yet. */
    public Neighbours(Database database, Time time, Duration interval, ClusterEvents events) {
        this.database = database;
        this.time = time;
        this.interval = interval;
        this.events = events;
    }

    /** A node starts and sees the database as it is. */
    public NodeView add() {
        NodeView view = new NodeView(database, time, interval);
        Mailbox mailbox = new Mailbox(time, interval);
        events.read(mailbox, view::heard);
        views.add(view);
        mailboxes.add(mailbox);
        return view;
    }

    /** The database as the Admin API of a node writes it: the others hear of it later. */
    public Database writtenBy(NodeView node) {
        return new AnnouncingDatabase(
                database,
                change -> {
                    node.changed(change);
                    for (int i = 0; i < views.size(); i++) {
                        NodeView other = views.get(i);
                        if (other != node) {
                            mailboxes.get(i).leave(() -> other.changed(change));
                        }
                    }
                });
    }
}
