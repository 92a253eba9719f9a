package io.silverback.kong.deck;

import io.silverback.kong.Samples;
import io.silverback.kong.catalogue.KongVersion;
import io.silverback.kong.spill.Line;
import io.silverback.kong.spill.Lines;
import io.silverback.kong.spill.Scratch;
import io.silverback.kong.state.Entity;
import io.silverback.kong.state.SpilledState;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Writes the files of an estate that is made up as it is read: consumers, each with a key. */
public final class LargeDump {
    private LargeDump() {}

    /** Takes the number of consumers. */
    public static void main(String[] arguments) throws IOException {
        int consumers = Integer.parseInt(arguments[0]);
        try (Scratch scratch = Scratch.withMemory(1 << 17)) {
            SpilledState state = SpilledState.of("shop", scratch, estate(consumers));
            SpilledFiles files =
                    SpilledFiles.of(state, scratch, KongVersion.parse("3.3.1"), Instant.now());
            Counted out = new Counted();
            files.configuration(out);
            files.rbac(out);
            files.supplement(out);
            System.out.println(state.counts() + " " + (out.bytes > 100L * consumers));
        }
    }

    private static Lines estate(int consumers) {
        return new Lines() {
            private int next;

            @Override
            public @Nullable Line readNext() {
                int number = next++;
                return number >= 2 * consumers ? null : SpilledState.line(entity(number));
            }
        };
    }

    private static Entity entity(int number) {
        String text = number % 2 == 0 ? consumer(number) : key(number);
        String type = number % 2 == 0 ? "consumers" : "keyauth_credentials";
        return Samples.entity(type, number + 1, text);
    }

    private static String consumer(int number) {
        return "{username:'customer-"
                + Integer.reverse(number)
                + "',tags:['"
                + "x".repeat(200)
                + "']}";
    }

    private static String key(int number) {
        return "{key:'secret-" + number + "',consumer:" + Samples.ref(number) + "}";
    }

    private static final class Counted extends OutputStream {
        private long bytes;

        @Override
        public void write(int one) {
            bytes++;
        }

        @Override
        public void write(byte[] some, int from, int length) {
            bytes += length;
        }
    }
}
