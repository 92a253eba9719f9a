package io.silverback.cli.gate;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code go}. */
@Command(name = "go", description = "Decide for an open gate: what waits behind it starts.")
public final class GoCommand implements Callable<Integer> {

    @Mixin private final Decision decision = new Decision();

    @Override
    public Integer call() {
        return decision.send("go");
    }
}
