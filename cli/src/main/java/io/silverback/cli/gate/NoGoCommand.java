package io.silverback.cli.gate;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code no-go}. */
@Command(
        name = "no-go",
        description = "Decide against an open gate: what waits behind it does not start.")
public final class NoGoCommand implements Callable<Integer> {

    @Mixin private final Decision decision = new Decision();

    @Override
    public Integer call() {
        return decision.send("no-go");
    }
}
