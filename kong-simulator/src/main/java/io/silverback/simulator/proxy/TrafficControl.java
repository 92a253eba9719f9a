package io.silverback.simulator.proxy;

import io.silverback.simulator.faults.Extension;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code GET|DELETE /__simulator/requests}: what the proxy served lately. */
public record TrafficControl(Traffic traffic) implements Extension {
    @Override
    public @Nullable Object answer(String method, List<String> path, byte[] body) {
        if (!path.equals(List.of("requests"))) {
            return null;
        }
        if (method.equals("DELETE")) {
            traffic.forget();
        }
        return traffic.documents();
    }
}
