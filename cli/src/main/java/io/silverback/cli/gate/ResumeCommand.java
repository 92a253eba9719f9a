package io.silverback.cli.gate;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code resume}. */
@Command(name = "resume", description = "Go on after a pause.")
public final class ResumeCommand implements Callable<Integer> {

    @Mixin private final Order order = new Order();

    @Override
    public Integer call() {
        return order.send("resume");
    }
}
