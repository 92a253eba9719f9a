package io.silverback.simulator.schema;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Something that is made once, when it is first asked for; by any thread. */
public final class Lazy<T> implements Supplier<T> {
    private final Supplier<T> making;
    private volatile @Nullable T made;

    /** Nothing is made yet. */
    public Lazy(Supplier<T> making) {
        this.making = making;
    }

    @Override
    public T get() {
        T known = made;
        return known == null ? make() : known;
    }

    private synchronized T make() {
        T known = made;
        if (known == null) {
            known = making.get();
            made = known;
        }
        return known;
    }
}
