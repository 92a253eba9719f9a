package io.silverback.simulator.proxy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** HTTP headers in their order, by names whose case does not count; a name may come repeatedly. */
public final class Headers {
    private final List<Header> list;

    private record Header(String name, String value) {}

    /** No headers. */
    public Headers() {
        this.list = new ArrayList<>(16);
    }

    private Headers(List<Header> list) {
        this.list = new ArrayList<>(list);
    }

    /** Headers that can be changed without changing these. */
    public Headers copy() {
        return new Headers(list);
    }

    /** The first value of a header, or null. */
    public @Nullable String get(String name) {
        for (Header header : list) {
            if (header.name.equalsIgnoreCase(name)) {
                return header.value;
            }
        }
        return null;
    }

    /** Every value of a header. */
    public List<String> all(String name) {
        List<String> values = new ArrayList<>(1);
        for (Header header : list) {
            if (header.name.equalsIgnoreCase(name)) {
                values.add(header.value);
            }
        }
        return values;
    }

    /** Adds one more value. */
    public Headers add(String name, String value) {
        list.add(new Header(name, value));
        return this;
    }

    /** Puts one value in place of all, under the name that was there; null removes the header. */
    public Headers set(String name, @Nullable String value) {
        String known = name;
        for (Header header : list) {
            known = header.name.equalsIgnoreCase(name) ? header.name : known;
        }
        remove(name);
        return value == null ? this : add(known, value);
    }

    /** Takes a header away. */
    public void remove(String name) {
        list.removeIf(header -> header.name.equalsIgnoreCase(name));
    }

    /** Whether there is such a header. */
    public boolean has(String name) {
        return get(name) != null;
    }

    /** Hands out every name and value. */
    public void forEach(BiConsumer<String, String> taker) {
        for (Header header : list) {
            taker.accept(header.name, header.value);
        }
    }
}
