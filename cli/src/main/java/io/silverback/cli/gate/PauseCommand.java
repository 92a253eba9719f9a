package io.silverback.cli.gate;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code pause}. */
@Command(name = "pause", description = "Hold where it is until resumed; going back stays possible.")
public final class PauseCommand implements Callable<Integer> {

    @Mixin private final Order order = new Order();

    @Override
    public Integer call() {
        return order.send("pause");
    }
}
