package io.silverback.simulator.proxy;

import io.silverback.simulator.proxy.Pairs.Pair;
import io.silverback.simulator.schema.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Applies a transformer's rules to something with named members: remove, rename, replace, add. */
interface Members {
    boolean has(String name);

    void remove(String name);

    void rename(String name, String changed);

    void put(String name, String value);

    void append(String name, String value);

    /** Applies the rules for one part of a message in Kong's order. */
    default void apply(Document config, String part, UnaryOperator<String> fill) {
        Pairs.names(config, "remove", part).forEach(this::remove);
        for (Pair pair : Pairs.of(config, "rename", part)) {
            if (has(pair.name())) {
                rename(pair.name(), pair.value());
            }
        }
        for (Pair pair : Pairs.of(config, "replace", part)) {
            if (has(pair.name())) {
                put(pair.name(), fill.apply(pair.value()));
            }
        }
        List<Pair> missing = new ArrayList<>(Pairs.of(config, "add", part));
        missing.removeIf(pair -> has(pair.name()));
        missing.forEach(pair -> put(pair.name(), fill.apply(pair.value())));
        Pairs.of(config, "append", part)
                .forEach(pair -> append(pair.name(), fill.apply(pair.value())));
    }

    /** Headers as members. */
    record OfHeaders(Headers headers) implements Members {
        @Override
        public boolean has(String name) {
            return headers.has(name);
        }

        @Override
        public void remove(String name) {
            headers.remove(name);
        }

        @Override
        public void rename(String name, String changed) {
            String value = headers.get(name);
            headers.remove(name);
            headers.set(changed, value);
        }

        @Override
        public void put(String name, String value) {
            headers.set(name, value);
        }

        @Override
        public void append(String name, String value) {
            headers.add(name, value);
        }
    }

    /** A JSON object, a form or a query as members. */
    record OfDocument(Document document) implements Members {
        @Override
        public boolean has(String name) {
            return document.containsKey(name);
        }

        @Override
        public void remove(String name) {
            document.remove(name);
        }

        @Override
        public void rename(String name, String changed) {
            document.put(changed, document.remove(name));
        }

        @Override
        public void put(String name, String value) {
            document.put(name, value);
        }

        @Override
        public void append(String name, String value) {
            List<Object> values = new ArrayList<>();
            Object before = document.get(name);
            if (before instanceof List<?> list) {
                values.addAll(list);
            } else if (before != null) {
                values.add(before);
            }
            values.add(value);
            document.put(name, values.size() == 1 ? value : values);
        }
    }
}
