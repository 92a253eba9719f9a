package io.silverback.simulator.nodes;

import io.silverback.simulator.faults.Extension;
import io.silverback.simulator.schema.Document;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code POST /__simulator/node/reload} and {@code …/restart}, on the Admin API of that node. */
public record NodeControl(NodeView view) implements Extension {
    @Override
    public @Nullable Object answer(String method, List<String> path, byte[] body) {
        if (!method.equals("POST") || path.size() != 2 || !path.get(0).equals("node")) {
            return null;
        }
        switch (path.get(1)) {
            case "reload" -> view.reload();
            case "restart" -> view.restart();
            default -> {
                return null;
            }
        }
        return Document.of("done", path.get(1));
    }
}
