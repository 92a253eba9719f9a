package io.silverback.simulator.admin;

import io.silverback.simulator.schema.Document;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A node that serves what is in its database itself. */
public record Traditional(Runnable cache) implements Cluster {
    @Override
    public String role() {
        return "traditional";
    }

    @Override
    public @Nullable List<Document> dataPlanes() {
        return null;
    }

    @Override
    public Document status() {
        return new Document();
    }

    @Override
    public void purge() {
        cache.run();
    }
}
