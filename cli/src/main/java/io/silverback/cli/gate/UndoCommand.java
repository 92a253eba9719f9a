package io.silverback.cli.gate;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code undo}: only for what was rolled back or failed. */
@Command(
        name = "undo",
        description = "Make green what it was before a sync that was rolled back or failed.")
public final class UndoCommand implements Callable<Integer> {

    private static final int LOOKS = 1_200;

    @Mixin private final Order order = new Order();

    @Override
    public Integer call() {
        return order.send("undo", LOOKS);
    }
}
